//! A row of the picture, and the sums it is made of.

use muster_domain::Text;
use serde::Serialize;

use crate::tally::Tally;

/// Which strength `required` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequiredBasis {
    /// That of manpower reviews.
    Validated,
    /// That of the workload standard.
    Indicated,
    /// Some offices' validated, the others' indicated.
    Mixed,
}

/// One group on one date. What each number means stands at the head of the crate.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PictureRow {
    /// The id of the office, command or country, or a slug.
    pub key: String,
    /// The name people use.
    pub name: String,
    /// ISO 3166 alpha-3 code of the country the row stands for or in.
    pub iso3: Option<Text>,
    /// Degrees north of the place that stands for the row on a map.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// The code of the command it belongs to; a command's own.
    pub command: Option<Text>,
    /// Strength the workload standard gives, where it applies.
    pub indicated: Option<u32>,
    /// Strength manpower reviews validated, where there were any.
    pub validated: Option<u32>,
    /// Validated where it exists, else indicated.
    pub required: Option<u32>,
    /// Which of the two it is.
    pub required_basis: Option<RequiredBasis>,
    /// Billets authorised.
    pub authorised: u32,
    /// Of these, billets for which there is money.
    pub funded: u32,
    /// Authorised billets covered.
    pub assigned: u32,
    /// People on station.
    pub present: u32,
    /// People assigned here who are elsewhere: diverted, augmenting another office, or away by ordered departure.
    pub away: u32,
    /// Of those present, people diverted from elsewhere.
    pub diverted_in: u32,
    /// People present without a billet here, beside those present.
    pub augmented: u32,
    /// Authorised billets neither covered nor in an approved gap.
    pub vacant: u32,
    /// Vacant billets in an approved gap.
    pub approved_gaps: u32,
    /// Covered share of the billets to be filled, from 0 to 1.
    pub fill_rate: Option<f64>,
    /// The same 90 days later.
    pub fill_90: Option<f64>,
    /// The same 180 days later.
    pub fill_180: Option<f64>,
    /// Covered billets whose incumbent has another grade.
    pub mismatch_grade: u32,
    /// Covered billets whose incumbent misses a language level.
    pub mismatch_language: u32,
    /// Covered billets whose incumbent misses the certificate.
    pub mismatch_certificate: u32,
    /// Primary incumbents who leave within 90 days.
    pub rotations_due_90: u32,
}

/// Days after the date asked on which fill is shown: now, +90, +180.
pub(super) const HORIZONS: [i32; 3] = [0, 90, 180];

/// What a row adds up.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// On the date, 90 days later, 180 days later; in units of `1 / unit` billets.
    pub horizons: [Tally<u64>; 3],
    pub indicated: Option<u32>,
    pub validated: Option<u32>,
    pub required: Option<u32>,
    pub basis: Option<RequiredBasis>,
}

impl Sums {
    /// Adds an office's two strengths.
    pub(super) fn require(&mut self, validated: Option<u32>, indicated: Option<u32>) {
        let add = |sum: &mut Option<u32>, part: Option<u32>| {
            if let Some(part) = part {
                *sum = Some(sum.unwrap_or(0).saturating_add(part));
            }
        };
        add(&mut self.validated, validated);
        add(&mut self.indicated, indicated);
        add(&mut self.required, validated.or(indicated));
        let basis = match (validated, indicated) {
            (Some(_), _) => RequiredBasis::Validated,
            (None, Some(_)) => RequiredBasis::Indicated,
            (None, None) => return,
        };
        self.basis = Some(match self.basis {
            Some(held) if held != basis => RequiredBasis::Mixed,
            _ => basis,
        });
    }

    /// Adds the sums of an office to those of its group.
    pub(super) fn add(&mut self, office: &Self) {
        for (sum, part) in self.horizons.iter_mut().zip(office.horizons) {
            part.add_to(sum, 1);
        }
        self.require(office.validated, office.indicated);
    }

    /// Whether nothing was counted.
    pub(super) fn is_nothing(&self) -> bool {
        self.horizons == [Tally::default(); 3]
    }

    /// The same counts without the strengths required, for a view that splits offices.
    pub(super) fn without_required(self) -> Self {
        Self { horizons: self.horizons, ..Self::default() }
    }

    /// The row of sums counted in `1 / unit` billets, rounded half up.
    pub(super) fn row(self, key: String, name: String, unit: u64) -> PictureRow {
        let [now, in_90, in_180] = self.horizons;
        let whole = |sum: u64| u32::try_from((sum + unit / 2) / unit).unwrap_or(u32::MAX);
        PictureRow {
            key,
            name,
            iso3: None,
            lat: None,
            lon: None,
            command: None,
            indicated: self.indicated,
            validated: self.validated,
            required: self.required,
            required_basis: self.basis,
            authorised: whole(now.authorised),
            funded: whole(now.funded),
            assigned: whole(now.assigned),
            present: whole(now.present),
            away: whole(now.away),
            diverted_in: whole(now.diverted_in),
            augmented: whole(now.augmented),
            vacant: whole(now.vacant()),
            approved_gaps: whole(now.approved_gaps),
            fill_rate: now.fill_rate(),
            fill_90: in_90.fill_rate(),
            fill_180: in_180.fill_rate(),
            mismatch_grade: whole(now.mismatch_grade),
            mismatch_language: whole(now.mismatch_language),
            mismatch_certificate: whole(now.mismatch_certificate),
            rotations_due_90: whole(now.rotations_due_90),
        }
    }
}
