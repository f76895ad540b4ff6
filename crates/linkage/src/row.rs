//! What one source says of one person, as it says it. Nothing is normalised here.

use jiff::civil::Date;

/// What one source says of one person. Only the name is expected; everything else may be empty, and an empty field
/// speaks neither for nor against anybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The name as the source writes it: `Hale, Robert J.`, `Robert Hale`, `HALE ROBERT J JR`.
    pub name: String,
    /// Numbers of one and the same numbering, mistyped or not. A number of a numbering that the people already known
    /// are not numbered by belongs elsewhere: it would count as another number.
    pub numbers: Vec<String>,
    /// Date of birth.
    pub born: Option<Date>,
    /// Service, or civilian or locally employed.
    pub service: Option<String>,
    /// Grade: `O-5`, `O5`, `GS-13`, `SES`.
    pub grade: Option<String>,
    /// Specialties, such as `48G`; one in common is agreement.
    pub specialties: Vec<String>,
    /// Offices or post codes; one in common is agreement.
    pub offices: Vec<String>,
    /// Position numbers; one in common is agreement.
    pub positions: Vec<String>,
}
