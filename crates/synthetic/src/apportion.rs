//! Dividing a whole number by weights so that the parts add up exactly.

/// Divides `total` in proportion to the weights, each part at most its ceiling; what ceilings cut off goes to the others.
/// The parts add up to `total`, or to the sum of the ceilings where that is less. Ties go to the earlier part.
pub(crate) fn apportion(total: u64, weights: &[f64], ceilings: &[u64]) -> Vec<u64> {
    let mut parts = vec![0u64; weights.len()];
    let mut open: Vec<usize> = (0..weights.len()).filter(|i| weights[*i] > 0.0 && ceilings[*i] > 0).collect();
    let mut left = total.min(open.iter().map(|i| ceilings[*i]).fold(0, u64::saturating_add));
    while left > 0 {
        let sum: f64 = open.iter().map(|i| weights[*i]).sum();
        let round = left;
        let mut rests: Vec<(f64, usize)> = Vec::with_capacity(open.len());
        for &i in &open {
            let share = round as f64 * weights[i] / sum;
            let whole = (share as u64).min(ceilings[i] - parts[i]).min(left);
            parts[i] += whole;
            left -= whole;
            rests.push((share - share.floor(), i));
        }
        rests.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, i) in rests {
            if left > 0 && parts[i] < ceilings[i] {
                parts[i] += 1;
                left -= 1;
            }
        }
        open.retain(|i| parts[*i] < ceilings[*i]);
    }
    parts
}

/// Divides without ceilings.
pub(crate) fn proportional(total: u64, weights: &[f64]) -> Vec<u64> {
    apportion(total, weights, &vec![u64::MAX; weights.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_stay_below_their_ceilings() {
        assert_eq!(apportion(10, &[1.0, 1.0, 2.0], &[1, 9, 9]), [1, 3, 6]);
        assert_eq!(apportion(100, &[1.0, 3.0], &[5, 6]), [5, 6]);
        assert_eq!(proportional(7, &[1.0, 1.0]), [4, 3]);
        assert_eq!(proportional(16_000, &[0.3, 5.0, 0.0, 12.7]).iter().sum::<u64>(), 16_000);
    }
}
