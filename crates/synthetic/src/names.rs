//! Invented people: given and family names of many origins, drawn apart from each other. Nobody real is meant.

use muster_domain::Text;

use crate::dice::Dice;

const GIVEN: &str = "Aaron Abigail Adam Adela Aisha Alan Alejandra Alexander Alicia Allen Alma Amanda Amir Amy Ana Andre \
Andrea Angela Anita Anna Anthony Antonio April Arjun Arthur Asha Ashley Austin Barbara Beatriz Benjamin Bernard Beth \
Blake Bradley Brandon Brenda Brian Bridget Caleb Camila Carl Carla Carlos Carmen Caroline Catherine Cecilia Chad Charles \
Chloe Christina Christopher Claire Clara Clayton Cole Colin Connor Corey Craig Cynthia Dale Dana Daniel Daphne David \
Dawn Deborah Denise Derek Diana Diego Dmitri Dominic Donald Dorothy Douglas Duc Dustin Dylan Edgar Edith Eduardo Edward \
Elena Eli Elijah Elizabeth Ella Emeka Emily Emma Eric Erika Ernesto Ethan Eva Evan Farah Felix Fernando Fiona Frances \
Francisco Frank Gabriel Garrett Gavin George Gerald Gloria Grace Graham Grant Gregory Gwen Hana Hannah Harold Harrison \
Hassan Heather Hector Helen Henry Holly Hugo Ian Ibrahim Imani Ines Irene Isaac Isabel Ivan Jack Jacob Jacqueline Jae \
Jamal James Jamie Jane Janet Jared Jasmine Jason Javier Jeffrey Jennifer Jeremy Jesse Jessica Jin Joan Joel John Jonah \
Jonathan Jordan Jorge Joseph Joshua Joyce Juan Judith Julia Julian Justin Kaito Karen Karim Katherine Kathleen Keisha \
Keith Kelly Kenji Kenneth Kevin Kimberly Kofi Kurt Kwame Kyle Lamar Lance Laura Lauren Layla Leah Leila Leon Leonard \
Liam Lila Linda Lisa Logan Lorenzo Louis Lucas Lucia Luis Luke Lydia Mai Malik Manuel Marcus Margaret Maria Mariam \
Marisol Mark Martha Martin Mary Mateo Matthew Maurice Maya Megan Mei Melissa Michael Miguel Minh Miriam Mitchell Monica \
Morgan Nadia Naomi Natalie Nathan Neil Nia Nicholas Nicole Nina Noah Nora Oliver Olivia Omar Oscar Owen Pablo Pamela \
Parker Patricia Patrick Paul Pedro Peter Philip Priya Quentin Rachel Rafael Raj Ramon Raquel Raymond Rebecca Reed Renee \
Ricardo Richard Robert Roberto Rodrigo Roger Ronald Rosa Ross Roy Russell Ruth Ryan Sabrina Sadie Salma Samantha Samir \
Samuel Sandra Sanjay Sara Scott Sean Sergio Seth Shane Shannon Sharon Sheila Sierra Simon Sofia Spencer Stella Stephanie \
Stephen Steven Stuart Susan Tamara Tanya Tara Taylor Teresa Terrence Thao Theodore Theresa Thomas Timothy Todd Tomas \
Travis Trevor Tyler Ursula Valerie Vanessa Vera Veronica Victor Victoria Vincent Virginia Walter Warren Wendy Wesley \
William Xavier Yasmin Yolanda Yusuf Zachary Zara Zoe";

const FAMILY: &str = "Abbott Abdi Acosta Adair Adeyemi Aguilar Ahmadi Akers Albrecht Aldana Allred Almeida Alvarado Amari \
Amundsen Anand Ansah Aranda Archer Arroyo Asante Ashby Atwood Avila Ayala Baird Bajwa Balogun Banerjee Banks Barajas \
Barlow Barrera Bartlett Basha Bauer Beckett Beltran Benitez Bergstrom Bhatt Bianchi Blackwell Blanchard Boateng Bolton \
Boswell Bowen Brandt Braun Briggs Brockman Bui Burgess Burke Caballero Cabrera Calloway Cardenas Carmona Carver Castaneda \
Cervantes Chandler Chang Chavez Chen Cho Choudhury Cisneros Clemons Cobb Conway Corbett Cordova Cortez Coyle Crane \
Crawford Crosby Cruz Dalton Dang Darby Delacruz Delgado Demir Desai Diallo Dietrich Dinh Doherty Donnelly Dorsey Dougherty \
Drake Driscoll Duarte Dunlap Duran Dvorak Eaton Echols Egan Ekström Eldridge Ellison Emery Escobar Espinoza Estrada Fahey \
Faria Farrell Faulkner Fernandez Ferreira Fierro Finch Fitzgerald Flores Fonseca Forsyth Fournier Franco Friedman Fuentes \
Gaines Galindo Gallagher Garcia Garrison Gebremariam Ghosh Gibbs Gillespie Goldberg Gomes Granger Greco Greenwood Grimes \
Guerrero Guo Gupta Gutierrez Haddad Hagen Halvorsen Hamid Hansen Hargrove Hashimoto Hatfield Hayashi Healy Hendricks \
Hernandez Herrera Hoang Hobbs Hoffman Holloway Horvath Huang Hubbard Huerta Hussein Ibanez Ingram Iqbal Ishikawa Iverson \
Jaramillo Jensen Jimenez Johansson Joshi Juarez Kang Kapoor Kaufman Kaur Keane Keller Kendrick Keita Khalil Khan Khoury \
Kiernan Kimura Kirby Klein Kowalski Kruger Kumar Kuznetsov Lam Landry Larkin Lassiter Lawson Leblanc Ledford Lehmann Leon \
Li Lindgren Lim Lockhart Lombardi Lozano Lucero Lund Luong Macdonald Mackey Madden Madrigal Mahmoud Maldonado Malhotra \
Mancini Marchetti Marks Marquez Marsden Martinez Massey Mathis Mayfield Mbeki McAllister McBride McCabe McClain McGrath \
McKenna McNeil Medina Mehta Mejia Melendez Mendoza Mercer Meyer Miles Mohamed Molina Monroe Montoya Moody Morales Moreau \
Moreno Moriarty Moss Mueller Mulligan Murillo Musa Nadeau Nakamura Nasser Navarro Ndiaye Nelson Newell Ng Nguyen Nilsson \
Nkosi Noble Nolan Novak Nwosu Obrien Ocampo Ochoa Odom Ogden Okafor Okoye Oliveira Olson Onyango Orozco Ortega Osborne \
Osei Owusu Pacheco Padilla Palacios Paredes Parikh Park Patel Patterson Pena Pereira Perkins Pham Pierce Pineda Pittman \
Popov Porter Preston Prieto Quigley Quinn Quintero Rahman Ramsey Rao Rasmussen Ratliff Reddy Reilly Reyes Rhodes Richter \
Rinaldi Rios Ritter Rivas Rivera Robles Rocha Romero Rosario Rosen Rossi Roth Rowland Rubio Ruiz Sadler Salazar Saleh \
Salinas Sandoval Santiago Santos Sato Sawyer Schaefer Schmidt Schroeder Schultz Sepulveda Serrano Shaffer Shah Sharma \
Shepherd Sheridan Silva Simmons Singh Skinner Slater Solis Soto Sousa Spears Stafford Stanton Steele Stein Stevenson \
Stokes Strand Suarez Sullivan Sutton Suzuki Swanson Sweeney Tabor Tadesse Takahashi Talbot Tanaka Tate Tesfaye Thapa \
Thornton Tillman Toledo Torres Tovar Townsend Tran Trevino Trujillo Underwood Upton Urbina Valdez Valencia Valentine \
Vance Vargas Vasquez Vaughn Vega Velasco Vieira Villanueva Vo Vogel Vu Waddell Wagner Walsh Wang Watkins Weaver Weber \
Weiss Welch Wheeler Whitaker Whitfield Wilcox Wilder Wolfe Wong Woodard Wu Xiong Yamamoto Yang Yates Ybarra Yilmaz Yoder \
Yoon York Young Zamora Zapata Zavala Zhang Zhao Ziegler Zimmerman Zuniga";

/// Draws names.
pub(crate) struct Names {
    given: Vec<&'static str>,
    family: Vec<&'static str>,
}

impl Names {
    pub fn new() -> Self {
        Self { given: GIVEN.split_whitespace().collect(), family: FAMILY.split_whitespace().collect() }
    }

    /// `Family, Given M.`; one in five has no middle initial.
    pub fn draw(&self, dice: &mut Dice) -> Text {
        let (family, given) = (*dice.pick(&self.family), *dice.pick(&self.given));
        if dice.per_mille(200) {
            return Text::from(format!("{family}, {given}"));
        }
        let initial = *dice.pick(b"ABCDEFGHJKLMNOPRSTVWY");
        Text::from(format!("{family}, {given} {}.", char::from(initial)))
    }
}
