import type { PacketBlock } from "../../api/types";

/** What the system wrote: paragraphs and tables. */
export function Blocks({ of }: { of: readonly PacketBlock[] }) {
  return (
    <div className="written">
      {of.map((block, index) =>
        block.block === "text" ? (
          <p key={index}>{block.text}</p>
        ) : (
          <div key={index} className="table-region" role="group" aria-label={block.caption} tabIndex={0}>
            <table className="grid">
              <caption className="unseen">{block.caption}</caption>
              <thead>
                <tr>
                  {block.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {block.rows.map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, place) =>
                      place === 0 ? (
                        <th key={place} scope="row" className="wraps">
                          {cell}
                        </th>
                      ) : (
                        <td key={place} className="wraps">
                          {cell}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </div>
  );
}
