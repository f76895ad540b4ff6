export function OfficesPage() { return <div className="page" />; }
