//! What is counted of a billet, an office or a group: the measures, named once.

macro_rules! tally {
    ($($(#[$doc:meta])* $measure:ident,)*) => {
        /// Countable measures of one day.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub(crate) struct Tally<N> { $($(#[$doc])* pub $measure: N,)* }

        impl<N: Copy + Into<u64>> Tally<N> {
            /// Adds this tally, weighted, to a sum.
            pub(crate) fn add_to(self, sum: &mut Tally<u64>, weight: u64) {
                $(sum.$measure += self.$measure.into() * weight;)*
            }
        }

        impl Tally<u32> {
            /// Adds a billet to the sum.
            pub(crate) fn count(&mut self, billet: Tally<u8>) {
                $(self.$measure += u32::from(billet.$measure);)*
            }

            /// Replaces one part of the sum by another. INVARIANT: `before` was added earlier, so nothing goes below 0.
            pub(crate) fn replace(&mut self, before: Tally<u8>, after: Tally<u8>) {
                $(self.$measure = self.$measure + u32::from(after.$measure) - u32::from(before.$measure);)*
            }
        }
    };
}

tally! {
    /// Billets authorised.
    authorised,
    /// Authorised billets for which there is money.
    funded,
    /// Authorised billets covered.
    assigned,
    /// Authorised billets not covered, with an approved gap.
    approved_gaps,
    /// People on station, counted here.
    present,
    /// People counted at a billet here who are on duty elsewhere.
    away,
    /// People on station here who are diverted from elsewhere; among those present.
    diverted_in,
    /// People present without a billet here; not among those present.
    augmented,
    /// Covered billets whose incumbent has another grade.
    mismatch_grade,
    /// Covered billets whose incumbent misses a language level.
    mismatch_language,
    /// Covered billets whose incumbent misses the certificate.
    mismatch_certificate,
    /// Primary tours on station that end within 90 days.
    rotations_due_90,
}

impl Tally<u64> {
    /// Authorised billets that nobody covers and nobody decided to leave open.
    pub(crate) fn vacant(&self) -> u64 {
        self.authorised - self.assigned - self.approved_gaps
    }

    /// Share of the billets to be filled that are covered, from 0 to 1.
    pub(crate) fn fill_rate(&self) -> Option<f64> {
        let to_fill = self.authorised - self.approved_gaps;
        (to_fill > 0).then(|| self.assigned as f64 / to_fill as f64)
    }
}
