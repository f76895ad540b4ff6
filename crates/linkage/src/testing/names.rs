//! How common names are: shares of the 1990 census of the United States, the names that one in 100,000 bears or more.

use super::dice::Dice;

/// Names with their shares.
#[derive(Debug)]
pub struct Names {
    family: List,
    female: List,
    male: List,
}

#[derive(Debug, Default)]
struct List {
    names: Vec<String>,
    running: Vec<u64>,
}

impl List {
    fn push(&mut self, name: &str, share: u64) {
        self.names.push(proper(name));
        self.running.push(self.running.last().copied().unwrap_or(0) + share);
    }

    fn draw(&self, dice: &mut Dice) -> String {
        self.names[dice.weighted(&self.running)].clone()
    }
}

impl Names {
    /// Reads `kind,name,share`; kinds are `family`, `female` and `male`. Lines of another form are left out.
    pub fn read(text: &str) -> Self {
        let mut names = Self { family: List::default(), female: List::default(), male: List::default() };
        for line in text.lines() {
            let mut cells = line.split(',');
            let (Some(kind), Some(name), Some(share)) = (cells.next(), cells.next(), cells.next()) else { continue };
            let Ok(share) = share.parse() else { continue };
            match kind {
                "family" => names.family.push(name, share),
                "female" => names.female.push(name, share),
                "male" => names.male.push(name, share),
                _ => {}
            }
        }
        names
    }

    pub(crate) fn family(&self, dice: &mut Dice) -> String {
        self.family.draw(dice)
    }

    pub(crate) fn given(&self, female: bool, dice: &mut Dice) -> String {
        if female { self.female.draw(dice) } else { self.male.draw(dice) }
    }
}

/// `Smith`.
fn proper(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Family names that some systems write with their marks and others without.
const MARKED: [(&str, &str); 24] = [
    ("Garcia", "García"),
    ("Martinez", "Martínez"),
    ("Rodriguez", "Rodríguez"),
    ("Hernandez", "Hernández"),
    ("Lopez", "López"),
    ("Gonzalez", "González"),
    ("Perez", "Pérez"),
    ("Sanchez", "Sánchez"),
    ("Ramirez", "Ramírez"),
    ("Diaz", "Díaz"),
    ("Alvarez", "Álvarez"),
    ("Gomez", "Gómez"),
    ("Jimenez", "Jiménez"),
    ("Munoz", "Muñoz"),
    ("Nunez", "Núñez"),
    ("Pena", "Peña"),
    ("Vasquez", "Vásquez"),
    ("Ortiz", "Ortíz"),
    ("Ibarra", "Ybarra"),
    ("Muller", "Müller"),
    ("Schroder", "Schröder"),
    ("Francois", "François"),
    ("Cortes", "Cortés"),
    ("Leon", "León"),
];

/// The name with its marks, if it has any.
pub(crate) fn marked(name: &str) -> String {
    MARKED.iter().find(|(plain, _)| *plain == name).map_or(name, |(_, marked)| marked).to_owned()
}

/// What people are called by their colleagues, as far as it can be guessed at all.
const CALLED: [(&str, &[&str]); 62] = [
    ("James", &["Jim", "Jimmy", "Jamie"]),
    ("John", &["Jack", "Johnny"]),
    ("Robert", &["Bob", "Rob", "Bobby"]),
    ("Michael", &["Mike", "Mick"]),
    ("William", &["Bill", "Will", "Billy"]),
    ("David", &["Dave"]),
    ("Richard", &["Rick", "Dick", "Rich"]),
    ("Charles", &["Chuck", "Charlie", "Chaz"]),
    ("Joseph", &["Joe", "Joey"]),
    ("Thomas", &["Tom", "Tommy"]),
    ("Christopher", &["Chris", "Topher"]),
    ("Daniel", &["Dan", "Danny"]),
    ("Matthew", &["Matt"]),
    ("Anthony", &["Tony"]),
    ("Donald", &["Don", "Donnie"]),
    ("Steven", &["Steve"]),
    ("Stephen", &["Steve"]),
    ("Andrew", &["Andy", "Drew"]),
    ("Kenneth", &["Ken", "Kenny"]),
    ("Joshua", &["Josh"]),
    ("Edward", &["Ed", "Ted", "Eddie"]),
    ("Ronald", &["Ron"]),
    ("Timothy", &["Tim"]),
    ("Jeffrey", &["Jeff"]),
    ("Gregory", &["Greg"]),
    ("Lawrence", &["Larry"]),
    ("Nicholas", &["Nick"]),
    ("Benjamin", &["Ben"]),
    ("Samuel", &["Sam"]),
    ("Patrick", &["Pat"]),
    ("Alexander", &["Alex", "Sasha"]),
    ("Francis", &["Frank"]),
    ("Francisco", &["Paco", "Cisco"]),
    ("Jose", &["Pepe", "Joe"]),
    ("Guillermo", &["Memo", "Bill"]),
    ("Raymond", &["Ray"]),
    ("Gerald", &["Jerry"]),
    ("Douglas", &["Doug"]),
    ("Zachary", &["Zack"]),
    ("Nathaniel", &["Nate"]),
    ("Patricia", &["Pat", "Patty", "Trish"]),
    ("Jennifer", &["Jen", "Jenny"]),
    ("Elizabeth", &["Liz", "Beth", "Betsy"]),
    ("Barbara", &["Barb"]),
    ("Susan", &["Sue"]),
    ("Margaret", &["Peggy", "Maggie", "Meg"]),
    ("Deborah", &["Deb", "Debbie"]),
    ("Debra", &["Deb", "Debbie"]),
    ("Catherine", &["Cathy", "Kate"]),
    ("Katherine", &["Kathy", "Kate", "Kat"]),
    ("Kathleen", &["Kathy", "Kat"]),
    ("Christine", &["Chris", "Tina"]),
    ("Christina", &["Chris", "Tina"]),
    ("Rebecca", &["Becky", "Becca"]),
    ("Cynthia", &["Cindy"]),
    ("Pamela", &["Pam"]),
    ("Victoria", &["Vicky", "Tori"]),
    ("Jacqueline", &["Jackie"]),
    ("Samantha", &["Sam"]),
    ("Theresa", &["Terry", "Tess"]),
    ("Abigail", &["Abby"]),
    ("Stephanie", &["Steph"]),
];

/// What somebody of this name is called: mostly a short form, else initials, else a name that nobody could guess.
pub(crate) fn called(given: &str, middle: &str, dice: &mut Dice) -> String {
    const UNGUESSABLE: [&str; 10] = ["Skip", "Buddy", "Chip", "Rusty", "Ace", "Tex", "Sunny", "Dutch", "Red", "Coco"];
    if let Some((_, forms)) = CALLED.iter().find(|(name, _)| *name == given) {
        return (*dice.pick(forms)).to_owned();
    }
    match dice.roll(10) {
        0..=4 if !middle.is_empty() => middle.to_owned(),
        5..=7 if given.len() > 5 => given[..given.len().min(4)].to_owned(),
        8 => (*dice.pick(&UNGUESSABLE)).to_owned(),
        _ => given.to_owned(),
    }
}
