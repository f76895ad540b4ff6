//! Who has which authority over each office: command, support, mission, attaché functions, rating, administration.

use std::collections::BTreeMap;

use jiff::civil::date;
use muster_domain::organization::{Authority, AuthorityHolder, AuthorityKind, RecordAuthority};
use muster_domain::{Command, OfficeId, Period, Service};

use crate::billets::office_id as id;
use crate::country::Partner;
use crate::organization::{FOUNDED, Seat};

/// Every relation, each over one office.
pub(crate) fn authorities(
    offices: &[Seat],
    responsible: &BTreeMap<&str, OfficeId>,
    partners: &[Partner],
) -> Vec<Command> {
    let find = |code: &str| id(offices.iter().position(|seat| seat.code == code).expect("in the reference tables"));
    let (dsca, dscs, dia) = (find("DSCA"), find("DSCS"), find("DIA"));
    let mut record: Vec<Command> = Vec::new();
    let mut add = |kind, holder, over: OfficeId, from, source: &str| {
        let period = Period::open(from);
        record.push(RecordAuthority(Authority { kind, holder, over, period, source: source.into() }).into());
    };
    for code in ["DSCS", "DSCU"] {
        add(
            AuthorityKind::Parent,
            AuthorityHolder::Office(dsca),
            find(code),
            FOUNDED,
            "10 U.S.C. 384 (synthetic record)",
        );
    }
    let by_code: BTreeMap<&str, &Partner> = partners.iter().map(|partner| (partner.code(), partner)).collect();
    for (i, seat) in offices.iter().enumerate() {
        if let Some(parent) = seat.parent {
            add(AuthorityKind::Parent, AuthorityHolder::Office(id(parent)), id(i), FOUNDED, "synthetic record");
        }
        let Some(partner) = seat.code.strip_prefix("SCO-").and_then(|code| by_code.get(code)) else { continue };
        let command = AuthorityHolder::Office(responsible[partner.row.command.as_str()]);
        let service = |service| AuthorityHolder::Service(service);
        for (kind, holder, from) in [
            (AuthorityKind::OperationalControl, command, FOUNDED),
            (AuthorityKind::ServiceSupport, AuthorityHolder::Office(dscs), date(2024, 10, 1)),
            (AuthorityKind::ChiefOfMission, AuthorityHolder::Mission, FOUNDED),
            (AuthorityKind::AttacheFunctions, AuthorityHolder::Office(dia), FOUNDED),
            (AuthorityKind::RatingChain, command, FOUNDED),
            (AuthorityKind::AdministrativeControl, service(Service::Army), FOUNDED),
            (AuthorityKind::AdministrativeControl, service(Service::AirForce), FOUNDED),
            (AuthorityKind::AdministrativeControl, service(Service::Navy), FOUNDED),
            (AuthorityKind::AdministrativeControl, service(Service::MarineCorps), FOUNDED),
        ] {
            add(kind, holder, id(i), from, "synthetic record of a relation named in facts §2");
        }
    }
    record
}
