//! Starts a throwaway PostgreSQL for a whole test run, prints its address, and stops it when standard input closes:
//! `cargo xtask test` hands the address on in `MUSTER_TEST_POSTGRES`.

use std::io::Read;

fn main() -> Result<(), muster_journal::testing::NoPostgres> {
    let cluster = muster_journal::testing::Cluster::start()?;
    println!("{}", cluster.url());
    // whatever is said, and however it ends, only the end counts
    drop(std::io::stdin().read_to_end(&mut Vec::new()));
    Ok(())
}
