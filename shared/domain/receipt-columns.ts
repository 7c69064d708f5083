/** What the columns of a payment file are read for, with the names that portals and banks give them. */
export const RECEIPT_FIELDS = [
  {
    id: 'reference',
    title: 'Transaction number',
    aliases:
      'transactionid transactionno transactionnumber transactionreference transaction transid transno txnid txnno txn tranid paymentid paymentreference referenceid referenceno referencenumber reference ref receiptid receiptno receiptnumber confirmationnumber confirmation orderid ordernumber traceno tracenumber sequencenumber itemnumber',
  },
  {
    id: 'date',
    title: 'Date',
    aliases:
      'date transactiondate transdate txndate paymentdate paidon paiddate datepaid receivedon receiveddate datereceived depositdate processdate processingdate processedon posteddate posted postingdate settlementdate settledon createdat created datetime transactiondatetime',
  },
  {
    id: 'amount',
    title: 'Amount',
    aliases:
      'amount amountpaid paidamount paymentamount transactionamount checkamount chequeamount remittanceamount appliedamount total totalamount amountusd grossamount gross',
  },
  {
    id: 'number',
    title: 'Member, customer or invoice number',
    aliases:
      'memberno membernumber memberid member customerno customernumber customerid custid custno accountno accountnumber account invoiceno invoicenumber invoiceid invoice remitteraccount certificateno certificatenumber payerid',
  },
  {
    id: 'name',
    title: 'Name',
    aliases:
      'name fullname membername customername customer payer payername remitter remittername cardholder cardholdername billingname nameoncheck paidby accountname',
  },
  { id: 'first_name', title: 'First name', aliases: 'firstname first givenname billingfirstname forename' },
  { id: 'last_name', title: 'Last name', aliases: 'lastname last surname familyname billinglastname' },
  {
    id: 'certification',
    title: 'Certification',
    aliases: 'certification certificationcode cert certcode credential product item sku',
  },
  {
    id: 'method',
    title: 'Paid by',
    aliases: 'method paymentmethod paymentmode tender tendertype cardtype cardbrand paymenttype',
  },
  {
    id: 'check',
    title: 'Check number',
    aliases:
      'checknumber checkno check chequenumber chequeno cheque checkserial checkserialnumber serialnumber serial',
  },
  {
    id: 'stub',
    title: 'Scan line of the stub',
    aliases:
      'stub stubcode qr qrcode qrtext scanline scan ocr ocrline coupon couponcode barcode remittancecode',
  },
  {
    id: 'kind',
    title: 'Payment, refund or declined',
    aliases: 'status transactionstatus paymentstatus transactiontype transtype txntype result',
  },
  {
    id: 'original',
    title: 'Transaction that it takes back',
    aliases:
      'originaltransactionid originaltransaction originalid originalreference parenttransactionid parentid relatedtransactionid refundof refundedtransactionid',
  },
] as const;

export type ReceiptField = (typeof RECEIPT_FIELDS)[number]['id'];
// The ids of a list that has one; z.enum wants to know that.
export const RECEIPT_FIELD_IDS = RECEIPT_FIELDS.map(({ id }) => id) as [ReceiptField, ...ReceiptField[]];

export function fieldTitle(field: ReceiptField): string {
  return RECEIPT_FIELDS.find(({ id }) => id === field)?.title ?? field;
}
