import type { ImportKind } from './import.ts';

/** One column of an import file (contract.md, CSV files). */
export interface ImportColumn {
  readonly name: string;
  readonly required: boolean;
  /** What other systems call it, in small letters and digits alone; only ever suggested, never taken by itself. */
  readonly aliases: readonly string[];
}

const MEMBER_NO = required(
  'member_no',
  'memberid membernumber memberno membernum membership membershipno membershipnumber membershipid idnumber id customerid contactid amtid amtno amtnumber',
);
const CODE = required('code', 'certification certificationcode cert certcode credential designation');

/** The columns of each kind, in the order in which the contract lists them. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  members: [
    MEMBER_NO,
    required('first_name', 'first firstname fname given givenname forename'),
    optional('middle_name', 'middle middlename mname middleinitial mi'),
    required('last_name', 'last lastname lname surname family familyname'),
    optional('suffix', 'namesuffix generation jrsr'),
    optional('email', 'emailaddress mail emailid primaryemail'),
    optional('phone', 'phonenumber telephone tel mobile cell cellphone homephone primaryphone'),
    optional('address1', 'address street addressline1 streetaddress address1st line1 mailingaddress'),
    optional('address2', 'addressline2 street2 apt unit suite line2'),
    optional('city', 'town'),
    optional('state', 'province region stateprovince st'),
    optional('zip', 'zipcode postalcode postcode zippostalcode zip4'),
    optional('country', 'countrycode nation'),
    optional('mail_ok', 'mail mailallowed acceptsmail usmail'),
    optional('email_ok', 'emailallowed acceptsemail emailoptin'),
    optional('deceased_on', 'deceased dateofdeath deceaseddate died'),
  ],
  certifications: [
    MEMBER_NO,
    CODE,
    required(
      'certified_on',
      'certified certificationdate datecertified certifieddate certdate issuedon issuedate',
    ),
    optional('recertified_on', 'recertified recertificationdate daterecertified recertdate'),
    optional(
      'certificate_no',
      'certificate certificatenumber certno certnumber certificationno certificationnumber',
    ),
  ],
  fees: [
    MEMBER_NO,
    CODE,
    required('year_start', 'yearstarts startofyear feeyear feeyearstart yearbegins'),
    required('amount', 'fee feeamount total amountdue'),
    optional('due_on', 'due duedate dateofdue'),
    optional('waived', 'waiver iswaived'),
  ],
  payments: [
    MEMBER_NO,
    CODE,
    required('received_on', 'received receiveddate datereceived paidon paymentdate datepaid date'),
    required('amount', 'paid amountpaid paymentamount total'),
    required('method', 'paymentmethod paymenttype paidby type'),
    optional('reference', 'ref referenceno referencenumber chequeno checkno checknumber transactionid'),
    optional('year_start', 'yearstarts startofyear feeyear feeyearstart yearbegins'),
  ],
  activities: [
    MEMBER_NO,
    required('category', 'type activitytype activitycategory'),
    required('title', 'name activity activitytitle course coursetitle description'),
    optional('provider', 'sponsor organization organisation school vendor'),
    optional('completed_on', 'completed completiondate datecompleted date'),
    optional('employed_from', 'from employmentstart startdate hiredate'),
    optional('employed_to', 'to employmentend enddate'),
    optional('hours', 'contacthours credithours'),
    required('points', 'ccppoints credits ceus ce cepoints'),
    optional('criteria', 'criterion qualifies'),
    optional('source', 'recordedby origin'),
    optional('external_id', 'externalid activityid recordid transactionid'),
  ],
  attestations: [
    MEMBER_NO,
    CODE,
    required('cycle_start', 'cycle cyclestarts cyclebegins startofcycle'),
    required('attested_on', 'attested attestationdate dateattested'),
  ],
};

function required(name: string, aliases: string): ImportColumn {
  return { name, required: true, aliases: aliases.split(' ') };
}

function optional(name: string, aliases: string): ImportColumn {
  return { name, required: false, aliases: aliases.split(' ') };
}
