"""Merges a letter with a table by LibreOffice's own mail merge: python3 merge.py FOLDER SOFFICE

The folder holds letter.fodt, data/letters.csv and fonts.conf; letters.pdf is put there. Prints the seconds that the merge took,
without LibreOffice's start.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILE, TABLE = 2, 0


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start.")


def property_value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def register(context, folder):
    """A folder of CSV files as the data source `letters`."""
    sources = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = sources.createInstance()
    source.URL = "sdbc:flat:" + (folder / "data").as_uri()
    source.Info = (
        property_value("Extension", "csv"),
        property_value("CharSet", "UTF-8"),
        property_value("HeaderLine", True),
        property_value("FieldDelimiter", ","),
        property_value("StringDelimiter", '"'),
    )
    file = (folder / "letters.odb").as_uri()
    source.DatabaseDocument.storeAsURL(file, ())
    sources.registerObject("letters", sources.getByName(file))


def main(folder, soffice):
    pipe = f"standing-{os.getpid()}"
    office = subprocess.Popen(
        [
            soffice,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        register(context, folder)
        merge = context.ServiceManager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
        merge.DataSourceName = "letters"
        merge.CommandType = TABLE
        merge.Command = "letters"
        merge.DocumentURL = (folder / "letter.fodt").as_uri()
        merge.OutputType = FILE
        merge.OutputURL = folder.as_uri()
        merge.FileNamePrefix = "letters"
        merge.SaveAsSingleFile = True
        merge.SaveFilter = "writer_pdf_Export"
        start = time.perf_counter()
        merge.execute(())
        print(time.perf_counter() - start)
    finally:
        try:
            desktop.terminate()
        except Exception:
            office.terminate()
        office.wait(60)


main(Path(sys.argv[1]), sys.argv[2])
