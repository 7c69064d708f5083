import { type Random, random } from './random.ts';

const FIRST =
  `Mary James Patricia Robert Jennifer John Linda Michael Elizabeth David Barbara William Susan Richard Jessica Joseph Sarah
Thomas Karen Charles Lisa Christopher Nancy Daniel Sandra Matthew Betty Anthony Ashley Mark Emily Donald Kimberly Steven Margaret
Andrew Donna Paul Michelle Joshua Carol Kenneth Amanda Kevin Melissa Brian Deborah Timothy Stephanie Ronald Rebecca Jason Sharon
George Laura Edward Cynthia Jeffrey Dorothy Ryan Amy Jacob Kathleen Nicholas Angela Gary Shirley Eric Emma Jonathan Brenda Stephen
Pamela Larry Nicole Justin Anna Scott Samantha Brandon Katherine Benjamin Christine Samuel Debra Gregory Rachel Alexander Carolyn
Patrick Janet Frank Maria Raymond Olivia Jack Heather Dennis Helen Jerry Catherine Tyler Diane Aaron Julie Jose Victoria Adam Joyce
Nathan Lauren Henry Kelly Zachary Christina Douglas Ruth Peter Joan Kyle Virginia Noah Judith Ethan Evelyn Jeremy Hannah Christian
Andrea Walter Megan Keith Cheryl Austin Jacqueline Roger Madison Terry Teresa Sean Abigail Gerald Sophia Carl Martha Dylan Sara
Harold Gloria Jordan Janice Jesse Kathryn Bryan Ann Lawrence Isabella Arthur Judy Gabriel Charlotte Bruce Julia Logan Grace Billy
Amber Joe Alice Alan Jean Juan Denise Elijah Frances Willie Danielle Albert Marilyn Wayne Natalie Randy Beverly Mason Diana Vincent
Brittany Liam Theresa Roy Kayla Bobby Alexis Caleb Doris Bradley Lori Russell Tiffany Zoë José Renée Chloé María André Siân Søren
Anne-Marie Jo-Ann Mary-Kate Jean-Paul D’Andre Thi Xiu Nguyệt Oluwaseun Aaliyah Nevaeh Shaniqua LaToya DeShawn Mei-Ling`.split(
    /\s+/,
  );

const LAST =
  `Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas
Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright
Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner
Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed
Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo
Sanders Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Gonzales
Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant
Herrera Gibson Ellis Tran Medina Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez Mcdonald Woods Washington
Kennedy Wells Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter Hunter Gordon Mendez Silva Shaw
Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice
Schmidt Garza Daniels Ferguson Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce
Vazquez Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley Andrews Alvarado Ray
Núñez Peña Muñoz O’Brien O'Neill D’Angelo Featherstonehaugh Łukasiewicz Ångström Müller Søndergaard García-López Smith-Jones
St._John De_La_Cruz Van_Der_Berg McDonald MacLeod Oyelaran Nakamura Papadopoulos Wojciechowski`.split(/\s+/);

const SYLLABLES =
  `al an ar ba bel ber bo bran car chan cor da del dor el en er fal fen gar ger gra hal har hol in is ja kal kan ker
kov la lan lei len lin lo mar mel min mon mor na nel no ol or pa pel per pin qui ra ren ri ros ru sal sen ser sha sky son ster sto
ta tal ter thor to tur ul va van ver vin wal wen wick win wo ya yer za zel`.split(/\s+/);

type Names = readonly [string, ...string[]];

/** Made-up last names, so that an office has as many different ones as a real one: a few common, thousands rare. */
function rareLastNames(count: number, chance: Random): string[] {
  return Array.from({ length: count }, () => {
    const word = Array.from(
      { length: 2 + chance.below(2) },
      () => SYLLABLES[chance.below(SYLLABLES.length)] ?? '',
    ).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}

// Both lists are written above or made non-empty, which the type says.
export const FIRST_NAMES = FIRST as unknown as Names;
export const LAST_NAMES = LAST.map((name) => name.replaceAll('_', ' ')) as unknown as Names;
export const RARE_LAST_NAMES = rareLastNames(12_000, random(7)) as unknown as Names;
