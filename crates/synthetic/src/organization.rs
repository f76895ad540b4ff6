//! Commands, agencies, offices in partner countries, where they are, and who has which authority over them.

use std::collections::BTreeMap;

use jiff::civil::date;
use muster_domain::organization::{
    DepartureOutcome, DepartureReach, Differentials, EndDeparture, OfficeKind, OrderDeparture, PostStatus,
    RegisterOffice, RegisterPost, SetPostDifferentials, SetPostStatus,
};
use muster_domain::partner::{
    AuthoriseSection515, RegisterCountry, Section515Authorisation, SetPriority, SetResponsibleCommand,
};
use muster_domain::{Command, CountryId, Date, OfficeId, Period, PostId, Text, Timeline};
use muster_exchange::reference::{self, AgencyKind};

use crate::authorities::authorities;
use crate::billets::office_id as id;
use crate::country::Partner;
use crate::dice::{Dice, Stream, days_after};
use crate::zones::zone_of;

/// Where everything is, so that later steps can name it.
pub(crate) struct Layout {
    /// Offices in id order.
    pub offices: Vec<Seat>,
    /// Commands that make it so.
    pub commands: Vec<Command>,
}

/// An office as later steps need it.
pub(crate) struct Seat {
    pub code: String,
    pub post: PostId,
    /// The first day billets can belong to it.
    pub since: Date,
    /// The combatant command whose area it works for, if one.
    pub area: Option<&'static str>,
    /// The office above it in its own organisation.
    pub parent: Option<usize>,
}

/// Organisations whose work is divided by area: one division for each combatant command.
const DIVIDED: [&str; 3] = ["USASAC", "NIPO", "AFSAC"];
/// Components of each combatant command.
const COMPONENTS: [(&str, &str); 3] =
    [("ARMY", "Army component"), ("NAVY", "Naval component"), ("AIR", "Air component")];

impl Layout {
    pub fn office(&self, code: &str) -> Option<usize> {
        self.offices.iter().position(|seat| seat.code == code)
    }
}

/// Lays out the organisation; sets the post of each partner that has one.
pub(crate) fn lay_out(partners: &mut [Partner], seed: u64, today: Date) -> Layout {
    let mut draft = Draft { places: BTreeMap::new(), posts: 0, offices: Vec::new(), commands: Vec::new() };
    for partner in partners.iter() {
        draft.country(partner);
    }
    draft.headquarters(partners);
    let responsible: BTreeMap<&str, OfficeId> = reference::commands()
        .iter()
        .filter_map(|row| {
            draft.offices.iter().position(|seat| seat.code == row.code).map(|i| (row.code.as_str(), id(i)))
        })
        .collect();
    for (i, partner) in partners.iter().enumerate() {
        let office = responsible[partner.row.command.as_str()];
        draft.commands.push(SetResponsibleCommand { country: country_id(i), from: FOUNDED, office }.into());
    }
    let mut dice = Dice::new(seed, Stream::Organization);
    for (i, partner) in partners.iter_mut().enumerate() {
        let country = country_id(i);
        draft.post(partner, country, today, &mut dice);
        draft
            .commands
            .push(SetPriority { country, from: date(today.year() - 3, 10, 1), priority: partner.priority }.into());
    }
    for (i, partner) in partners.iter().enumerate().filter(|(_, partner)| partner.team.is_some()) {
        draft.sco(partner, country_id(i));
    }
    draft.commands.append(&mut authorities(&draft.offices, &responsible, partners));
    Layout { offices: draft.offices, commands: draft.commands }
}

pub(crate) fn country_id(index: usize) -> CountryId {
    CountryId(u32::try_from(index).expect("there are fewer than 200 countries"))
}

fn milli(degrees: f64) -> i32 {
    (degrees * 1000.0).round() as i32
}

/// Since when organisations exist, as far as this matters.
pub(crate) const FOUNDED: Date = date(2000, 10, 1);

struct Draft {
    places: BTreeMap<String, PostId>,
    posts: u32,
    offices: Vec<Seat>,
    commands: Vec<Command>,
}

impl Draft {
    fn place(&mut self, name: &str, country: Option<CountryId>, lat: f64, lon: f64) -> PostId {
        let post = PostId(self.posts);
        self.posts += 1;
        let (latitude_milli, longitude_milli) = (milli(lat), milli(lon));
        self.commands.push(RegisterPost { name: name.into(), country, latitude_milli, longitude_milli }.into());
        post
    }

    /// The place of a headquarters; several may share one.
    fn seat(&mut self, name: &str, country: Option<CountryId>, lat: f64, lon: f64) -> PostId {
        if let Some(post) = self.places.get(name) {
            return *post;
        }
        let post = self.place(name, country, lat, lon);
        self.places.insert(name.to_owned(), post);
        post
    }

    fn office(&mut self, register: RegisterOffice, area: Option<&'static str>, parent: Option<usize>) -> usize {
        let (code, post, since) = (register.code.to_string(), register.post, register.existence.from());
        self.commands.push(register.into());
        self.offices.push(Seat { code, post, since, area, parent });
        self.offices.len() - 1
    }

    /// Commands with their components, agencies with their divisions.
    fn headquarters(&mut self, partners: &[Partner]) {
        for row in reference::commands() {
            let host = row.country.and_then(|iso3| partners.iter().position(|partner| partner.row.iso3 == iso3));
            let post = self.seat(&row.headquarters, host.map(country_id), row.lat, row.lon);
            self.office(
                plain(&row.code, &row.name, OfficeKind::CombatantCommand, post, &row.time_zone),
                Some(&row.code),
                None,
            );
        }
        for row in reference::agencies() {
            let post = self.seat(&row.place, None, row.lat, row.lon);
            let kind = match row.kind {
                AgencyKind::Headquarters => OfficeKind::Headquarters,
                AgencyKind::School => OfficeKind::School,
                _ => OfficeKind::Agency,
            };
            let mut register = plain(&row.code, &row.name, kind, post, &row.time_zone);
            if row.code == "DSCS" {
                register.existence = Period::open(date(2024, 10, 1));
            }
            self.office(register, None, None);
        }
        for row in reference::commands() {
            let parent = self.offices.iter().position(|seat| seat.code == row.code).expect("registered above");
            for (suffix, name) in COMPONENTS {
                let code = format!("{}-{suffix}", row.code);
                let name = format!("{name}, {}", row.name);
                let post = self.offices[parent].post;
                self.office(
                    plain(&code, &name, OfficeKind::Agency, post, &row.time_zone),
                    Some(&row.code),
                    Some(parent),
                );
            }
        }
        for row in reference::agencies().iter().filter(|row| DIVIDED.contains(&row.code.as_str())) {
            let parent = self.offices.iter().position(|seat| seat.code == row.code).expect("registered above");
            for area in reference::commands() {
                let code = format!("{}-{}", row.code, area.code);
                let name = format!("{}, {} division", row.code, area.code);
                let post = self.offices[parent].post;
                self.office(
                    plain(&code, &name, OfficeKind::Agency, post, &row.time_zone),
                    Some(&area.code),
                    Some(parent),
                );
            }
        }
    }

    fn country(&mut self, partner: &Partner) {
        let row = partner.row;
        let languages = row
            .languages
            .iter()
            .filter_map(|iso| reference::languages().iter().find(|language| language.iso == *iso))
            .map(|language| Text::from(&language.language))
            .collect();
        self.commands.push(
            RegisterCountry {
                iso3: row.iso3.as_str().into(),
                name: (&row.name).into(),
                purchaser_codes: row.purchaser_codes.iter().map(Text::from).collect(),
                languages,
                region: (&row.region).into(),
                responsible: Timeline::default(),
            }
            .into(),
        );
    }

    fn post(&mut self, partner: &mut Partner, country: CountryId, today: Date, dice: &mut Dice) {
        let row = partner.row;
        let (Some(name), Some(lat), Some(lon)) = (&row.post, row.lat, row.lon) else { return };
        let post = self.place(name, Some(country), lat, lon);
        partner.post = Some(post);
        let published =
            reference::differentials().iter().find(|d| d.iso3 == row.iso3 && (d.post == *name || d.post == "Other"));
        if let Some(published) = published {
            self.commands.push(
                SetPostDifferentials {
                    post,
                    from: published.effective_from,
                    differentials: Differentials {
                        hardship_pct: partner.hardship(),
                        danger_pct: partner.danger(),
                        cost_of_living_pct: row.cola_pct.unwrap_or(0),
                    },
                    source: row.source_row().into(),
                }
                .into(),
            );
        }
        let usual = match (partner.hardship(), partner.danger()) {
            (35, _) | (30.., 25..) => PostStatus::Unaccompanied,
            (20.., 1..) => PostStatus::PartlyAccompanied,
            _ => PostStatus::Accompanied,
        };
        self.commands.push(SetPostStatus { post, from: FOUNDED, status: usual }.into());
        // A past ordered departure at one dangerous post in six, over long before today.
        if partner.danger() > 0 && usual != PostStatus::Unaccompanied && dice.per_mille(170) {
            let from = days_after(today, -dice.between(420, 640));
            let until = days_after(from, dice.between(45, 150));
            let document: Text = "State cable (synthetic)".into();
            let (reach, outcome) = (DepartureReach::NotEssential, DepartureOutcome::Returned);
            let (safe_haven, essential) = (self.safe_haven(), Vec::new());
            let order = OrderDeparture { post, from, safe_haven, essential, reach, document: document.clone() };
            self.commands.push(order.into());
            self.commands.push(EndDeparture { post, on: until, outcome, document }.into());
        }
    }

    /// Where people go who are ordered to leave a post: the capital.
    fn safe_haven(&self) -> PostId {
        let home = reference::agencies().iter().find(|row| row.code == "DSCA").expect("in the reference tables");
        self.places[&home.place]
    }

    fn sco(&mut self, partner: &Partner, country: CountryId) {
        let row = partner.row;
        let zone = zone_of(partner.code()).expect("a country without a zone gets no office");
        let designation = reference::designations().iter().find(|d| d.iso3 == row.iso3);
        let (short, long) =
            designation.map_or(("ODC", "Office of Defense Cooperation"), |d| (&*d.designation, &*d.designation_name));
        let name = if long.contains(&row.name) || long.contains("Korea") {
            long.to_owned()
        } else {
            format!("{long} {}", row.name)
        };
        let post = partner.post.expect("a country without a post gets no office");
        let mut register = plain(&format!("SCO-{}", row.iso3), &name, OfficeKind::Sco, post, zone);
        register.designation = Some(short.into());
        register.country = Some(country);
        self.office(register, Some(&row.command), None);
        if let Some(law) = reference::section515().iter().find(|law| law.iso3 == row.iso3) {
            let members = members_by_law(partner);
            let document = law.source.split(';').next().unwrap_or("22 U.S.C. 2321i(c)").into();
            let authorisation = Section515Authorisation { members, period: Period::open(FOUNDED), document };
            self.commands.push(AuthoriseSection515 { country, authorisation }.into());
        }
    }
}

/// The members authorised where the law names the country: more than six, as the office is planned.
fn members_by_law(partner: &Partner) -> u32 {
    let us = partner.team.map_or(0, |team| team.us);
    u32::try_from(us * 7 / 10).unwrap_or(u32::MAX).max(7)
}

/// The most section-515 billets the country's office gets.
pub(crate) fn section_515_most(partner: &Partner) -> u32 {
    let named = reference::section515().iter().any(|law| law.iso3 == partner.row.iso3);
    if named { members_by_law(partner) } else { 6 }
}

fn plain(code: &str, name: &str, kind: OfficeKind, post: PostId, zone: &str) -> RegisterOffice {
    RegisterOffice {
        code: code.into(),
        name: name.into(),
        kind,
        designation: None,
        country: None,
        post,
        zone: zone.into(),
        existence: Period::open(FOUNDED),
    }
}
