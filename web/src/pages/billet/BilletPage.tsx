export function BilletPage() { return <div className="page" />; }
