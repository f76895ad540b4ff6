export function BilletsPage() { return <div className="page" />; }
