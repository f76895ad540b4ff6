//! The matrix of who may do what is reviewed as text.

use std::path::Path;

#[test]
fn the_committed_matrix_is_what_the_policies_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/matrix.txt");
    let made = muster_server::policy::matrix().unwrap();
    if std::env::var_os("MUSTER_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "policies/matrix.txt is not what the policies say: run `MUSTER_UPDATE=1 cargo test -p muster-server --test http` and review the difference"
    );
}
