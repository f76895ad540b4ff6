export function ProjectionPage() { return <div className="page" />; }
