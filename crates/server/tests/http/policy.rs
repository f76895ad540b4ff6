//! The matrix of who may do what is reviewed as text; what an account sees is what the policies say.

use std::path::Path;

use muster_domain::kernel::Id;
use muster_server::policy::{FieldClass, Policy, Question};

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

#[test]
fn every_scope_is_what_cedar_says_office_by_office() {
    let settings = muster_synthetic::Settings { scale: 0.01, ..Default::default() };
    let (world, policy, today) = (muster_synthetic::build(&settings), Policy::load().unwrap(), settings.today);
    let mut asked = 0_usize;
    for (account, _) in world.accounts.iter() {
        for question in Question::ALL {
            for class in FieldClass::ALL {
                let scope = policy.scope(&world, today, account, question, class);
                for (office, _) in world.offices.iter() {
                    asked += 1;
                    // Cedar itself takes its time: a fixed, wide spread of all questions is asked.
                    if (asked * 7919).is_multiple_of(23) {
                        let allowed = policy.sees_office(&world, today, account, (question, class), office);
                        assert_eq!(scope.sees_office(office), allowed, "{account} {question:?} {class:?} {office}");
                    }
                }
            }
        }
    }
    assert!(asked / 23 > 500 && world.offices.next_id().index() > 50, "the spread is too thin to say anything");
}
