/** States, territories and military places as the postal service codes them. */
export const STATES: readonly { readonly value: string; readonly text: string }[] = (
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,' +
  'FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,' +
  'MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,' +
  'NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,' +
  'SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,' +
  'WY Wyoming,PR Puerto Rico,VI US Virgin Islands,GU Guam,AS American Samoa,MP Northern Mariana Islands,AA Armed Forces Americas,' +
  'AE Armed Forces Europe,AP Armed Forces Pacific'
)
  .split(',')
  .map((line) => ({ value: line.slice(0, 2), text: line.slice(3) }));
