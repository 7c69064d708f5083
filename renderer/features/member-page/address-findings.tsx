import { useAsk } from '../../api/use-ask.ts';

/** What Publication 28 would have otherwise in the member's address; nothing where it is as it should be. */
export function AddressFindings({ memberNo }: { readonly memberNo: string }) {
  const findings = useAsk('members.addressFindings', { memberNo }).data ?? [];
  if (findings.length === 0) return null;
  return (
    <ul className="address-findings" aria-label="Found about the address">
      {findings.map(({ code, weight, text }) => (
        <li key={code} className={weight === 'fault' ? 'address-findings__fault' : 'soft'}>
          {text}
        </li>
      ))}
    </ul>
  );
}
