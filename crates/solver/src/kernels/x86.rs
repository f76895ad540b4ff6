//! AVX-512 and AVX2.

use std::arch::x86_64::*;

use super::scalar;
use super::{Best, KEPT, Reading, Shortlist};

/// Proof that the processor was asked and has AVX2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HasAvx2(());

impl HasAvx2 {
    pub(super) fn detect() -> Option<HasAvx2> {
        is_x86_feature_detected!("avx2").then_some(HasAvx2(()))
    }
}

/// Proof that the processor was asked and has AVX-512 (foundation).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HasAvx512(());

impl HasAvx512 {
    pub(super) fn detect() -> Option<HasAvx512> {
        is_x86_feature_detected!("avx512f").then_some(HasAvx512(()))
    }
}

#[inline]
pub(super) fn two_smallest_avx512(_: HasAvx512, reading: Reading, row: &[u32], price: &[i32]) -> Best {
    // SAFETY: the proof says that the processor has AVX-512.
    unsafe { avx512(reading, row, price) }
}

#[inline]
pub(super) fn two_smallest_avx2(_: HasAvx2, reading: Reading, row: &[u32], price: &[i32]) -> Best {
    // SAFETY: the proof says that the processor has AVX2.
    unsafe { avx2(reading, row, price) }
}

#[inline]
pub(super) fn shortlist_avx512(_: HasAvx512, reading: Reading, row: &[u32], price: &[i32]) -> (Best, Shortlist) {
    // SAFETY: the proof says that the processor has AVX-512.
    unsafe { shortlist_512(reading, row, price) }
}

#[inline]
pub(super) fn nearer_avx512(
    _: HasAvx512,
    bits: u32,
    row: &[u32],
    price: &[i64],
    base: i64,
    horizon: i64,
    found: &mut Vec<(u32, i64)>,
) {
    // SAFETY: the proof says that the processor has AVX-512.
    unsafe { nearer_512(bits, row, price, base, horizon, found) }
}

#[inline]
pub(super) fn nearer_avx2(
    _: HasAvx2,
    bits: u32,
    row: &[u32],
    price: &[i64],
    base: i64,
    horizon: i64,
    found: &mut Vec<(u32, i64)>,
) {
    // SAFETY: the proof says that the processor has AVX2.
    unsafe { nearer_256(bits, row, price, base, horizon, found) }
}

#[inline]
pub(super) fn prefetch(row: &[u32]) {
    for line in row.chunks(16) {
        // SAFETY: prefetching reads nothing, whatever the address, and this one is valid.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) };
    }
}

#[target_feature(enable = "avx512f")]
fn avx512(reading: Reading, row: &[u32], price: &[i32]) -> Best {
    let bits = _mm_cvtsi32_si128(reading.bits as i32);
    let shift = _mm_cvtsi32_si128(reading.shift as i32);
    let cost_mask = _mm512_set1_epi32(((1_u32 << reading.bits) - 1) as i32);
    let last = _mm512_set1_epi32((price.len() - 1).min(i32::MAX as usize) as i32);
    let nothing = _mm512_set1_epi32(i32::MAX);
    let mut best = nothing;
    let mut second = nothing;
    let mut entry = _mm512_setzero_si512();
    for chunk in row.chunks(16) {
        let lanes = (u32::MAX >> (32 - chunk.len())) as __mmask16;
        // SAFETY: only as many lanes are loaded as the chunk has entries; the indices gathered are clamped to the
        // last price, so they lie within the slice, which is not empty.
        let (loaded, prices) = unsafe {
            let loaded = _mm512_maskz_loadu_epi32(lanes, chunk.as_ptr().cast());
            let at = _mm512_min_epu32(_mm512_srl_epi32(loaded, bits), last);
            (loaded, _mm512_i32gather_epi32::<4>(at, price.as_ptr().cast()))
        };
        let cost = _mm512_sll_epi32(_mm512_and_si512(loaded, cost_mask), shift);
        let value = _mm512_mask_sub_epi32(nothing, lanes, cost, prices);
        let better = _mm512_cmplt_epi32_mask(value, best);
        second = _mm512_min_epi32(second, _mm512_max_epi32(value, best));
        best = _mm512_min_epi32(value, best);
        entry = _mm512_mask_mov_epi32(entry, better, loaded);
    }
    two_of_lanes(best, entry, second)
}

/// The two smallest of sixteen lanes' best and second values.
#[target_feature(enable = "avx512f")]
fn two_of_lanes(best: __m512i, entry: __m512i, second: __m512i) -> Best {
    let least = _mm512_reduce_min_epi32(best);
    if least == i32::MAX {
        return Best { entry: 0, best: i32::MAX, second: i32::MAX };
    }
    // Entries are ordered as their targets are.
    let tied = _mm512_cmpeq_epi32_mask(best, _mm512_set1_epi32(least));
    let chosen = if tied.is_power_of_two() {
        tied
    } else {
        let lowest = _mm512_mask_reduce_min_epu32(tied, entry);
        _mm512_mask_cmpeq_epi32_mask(tied, entry, _mm512_set1_epi32(lowest as i32))
    };
    let lane_entry = _mm512_mask_reduce_min_epu32(chosen, entry);
    let others = _mm512_mask_mov_epi32(best, chosen, second);
    // The seconds of other lanes are no better than their bests.
    Best { entry: lane_entry, best: least, second: _mm512_reduce_min_epi32(others) }
}

/// Each lane keeps its two best entries and the value of its third; of these 32 the best are the shortlist.
#[target_feature(enable = "avx512f")]
fn shortlist_512(reading: Reading, row: &[u32], price: &[i32]) -> (Best, Shortlist) {
    let bits = _mm_cvtsi32_si128(reading.bits as i32);
    let shift = _mm_cvtsi32_si128(reading.shift as i32);
    let cost_mask = _mm512_set1_epi32(((1_u32 << reading.bits) - 1) as i32);
    let last = _mm512_set1_epi32((price.len() - 1).min(i32::MAX as usize) as i32);
    let nothing = _mm512_set1_epi32(i32::MAX);
    let (mut best, mut second, mut third) = (nothing, nothing, nothing);
    let (mut entry, mut next) = (_mm512_setzero_si512(), _mm512_setzero_si512());
    for chunk in row.chunks(16) {
        let lanes = (u32::MAX >> (32 - chunk.len())) as __mmask16;
        // SAFETY: only as many lanes are loaded as the chunk has entries; the indices gathered are clamped to the
        // last price, so they lie within the slice, which is not empty.
        let (loaded, prices) = unsafe {
            let loaded = _mm512_maskz_loadu_epi32(lanes, chunk.as_ptr().cast());
            let at = _mm512_min_epu32(_mm512_srl_epi32(loaded, bits), last);
            (loaded, _mm512_i32gather_epi32::<4>(at, price.as_ptr().cast()))
        };
        let cost = _mm512_sll_epi32(_mm512_and_si512(loaded, cost_mask), shift);
        let value = _mm512_mask_sub_epi32(nothing, lanes, cost, prices);
        let (first, runner_up) = (_mm512_cmplt_epi32_mask(value, best), _mm512_cmplt_epi32_mask(value, second));
        third = _mm512_min_epi32(third, _mm512_max_epi32(value, second));
        second = _mm512_mask_mov_epi32(_mm512_min_epi32(second, value), first, best);
        next = _mm512_mask_mov_epi32(_mm512_mask_mov_epi32(next, runner_up, loaded), first, entry);
        best = _mm512_min_epi32(best, value);
        entry = _mm512_mask_mov_epi32(entry, first, loaded);
    }
    let found = two_of_lanes(best, entry, second);
    let up_to = |cut: i32| {
        let cut = _mm512_set1_epi32(cut);
        (_mm512_cmple_epi32_mask(best, cut), _mm512_cmple_epi32_mask(second, cut))
    };
    let count = |cut: i32| {
        let (firsts, seconds) = up_to(cut);
        (firsts.count_ones() + seconds.count_ones()) as usize
    };
    // What has no value is no entry.
    let most = i32::MAX - 1;
    let cut = if count(most) <= KEPT {
        most
    } else if count(found.best) > KEPT {
        // More ties than there is room for.
        return (found, Shortlist::UNKNOWN);
    } else {
        let (mut low, mut high) = (found.best, _mm512_reduce_max_epi32(best).min(most));
        while i64::from(low) + 1 < i64::from(high) {
            let middle = ((i64::from(low) + i64::from(high)) >> 1) as i32;
            let held = count(middle);
            if held > KEPT {
                high = middle;
                continue;
            }
            low = middle;
            if held + 2 >= KEPT {
                break;
            }
        }
        low
    };
    let (firsts, seconds) = up_to(cut);
    let mut entries = [0_u32; 32];
    // SAFETY: the array has room for sixteen lanes from the start and for sixteen more behind at most sixteen.
    unsafe {
        _mm512_storeu_epi32(entries.as_mut_ptr().cast(), _mm512_maskz_compress_epi32(firsts, entry));
        let behind = entries.as_mut_ptr().add(firsts.count_ones() as usize);
        _mm512_storeu_epi32(behind.cast(), _mm512_maskz_compress_epi32(seconds, next));
    }
    let left = _mm512_mask_mov_epi32(best, firsts, nothing);
    let left = _mm512_min_epi32(left, _mm512_mask_mov_epi32(second, seconds, nothing));
    let threshold = _mm512_reduce_min_epi32(_mm512_min_epi32(left, third));
    let mut list = Shortlist { entries: [0; KEPT], kept: count(cut) as u32, threshold };
    list.entries.copy_from_slice(&entries[..KEPT]);
    (found, list)
}

#[target_feature(enable = "avx2")]
fn avx2(reading: Reading, row: &[u32], price: &[i32]) -> Best {
    let bits = _mm_cvtsi32_si128(reading.bits as i32);
    let shift = _mm_cvtsi32_si128(reading.shift as i32);
    let cost_mask = _mm256_set1_epi32(((1_u32 << reading.bits) - 1) as i32);
    let last = _mm256_set1_epi32((price.len() - 1).min(i32::MAX as usize) as i32);
    let mut best = _mm256_set1_epi32(i32::MAX);
    let mut second = best;
    let mut entry = _mm256_setzero_si256();
    let (chunks, tail) = row.as_chunks::<8>();
    for chunk in chunks {
        // SAFETY: the chunk has eight entries; the indices gathered are clamped to the last price, so they lie
        // within the slice, which is not empty.
        let (loaded, prices) = unsafe {
            let loaded = _mm256_loadu_si256(chunk.as_ptr().cast());
            let at = _mm256_min_epu32(_mm256_srl_epi32(loaded, bits), last);
            (loaded, _mm256_i32gather_epi32::<4>(price.as_ptr(), at))
        };
        let cost = _mm256_sll_epi32(_mm256_and_si256(loaded, cost_mask), shift);
        let value = _mm256_sub_epi32(cost, prices);
        let better = _mm256_cmpgt_epi32(best, value);
        second = _mm256_min_epi32(second, _mm256_max_epi32(value, best));
        best = _mm256_min_epi32(value, best);
        entry = _mm256_blendv_epi8(entry, loaded, better);
    }
    let mut bests = [0_i32; 8];
    let mut seconds = [0_i32; 8];
    let mut entries = [0_u32; 8];
    // SAFETY: each array has room for eight lanes.
    unsafe {
        _mm256_storeu_si256(bests.as_mut_ptr().cast(), best);
        _mm256_storeu_si256(seconds.as_mut_ptr().cast(), second);
        _mm256_storeu_si256(entries.as_mut_ptr().cast(), entry);
    }
    let mut found = Best { entry: 0, best: i32::MAX, second: i32::MAX };
    for lane in 0..8 {
        let (value, entry) = (bests[lane], entries[lane]);
        found.second = found.second.min(value.max(found.best)).min(seconds[lane]);
        if value < found.best || (value == found.best && value != i32::MAX && entry < found.entry) {
            found.best = value;
            found.entry = entry;
        }
    }
    scalar::rest(reading, tail, price, &mut found);
    found
}

#[target_feature(enable = "avx512f")]
fn nearer_512(bits: u32, row: &[u32], price: &[i64], base: i64, horizon: i64, found: &mut Vec<(u32, i64)>) {
    let shift = _mm_cvtsi32_si128(bits as i32);
    let cost_mask = _mm512_set1_epi32(((1_u32 << bits) - 1) as i32);
    let last = _mm512_set1_epi32((price.len() - 1).min(i32::MAX as usize) as i32);
    let (bases, horizons) = (_mm512_set1_epi64(base), _mm512_set1_epi64(horizon));
    for chunk in row.chunks(16) {
        let lanes = (u32::MAX >> (32 - chunk.len())) as __mmask16;
        // SAFETY: only as many lanes are loaded as the chunk has entries.
        let loaded = unsafe { _mm512_maskz_loadu_epi32(lanes, chunk.as_ptr().cast()) };
        let at = _mm512_min_epu32(_mm512_srl_epi32(loaded, shift), last);
        let cost = _mm512_and_si512(loaded, cost_mask);
        let halves = [
            (_mm512_castsi512_si256(at), _mm512_castsi512_si256(cost), lanes as __mmask8),
            (_mm512_extracti64x4_epi64::<1>(at), _mm512_extracti64x4_epi64::<1>(cost), (lanes >> 8) as __mmask8),
        ];
        for (half, (at, cost, lanes)) in halves.into_iter().enumerate() {
            // SAFETY: the indices gathered are clamped to the last price, so they lie within the slice, which is not empty.
            let prices = unsafe { _mm512_i32gather_epi64::<8>(at, price.as_ptr()) };
            let value = _mm512_sub_epi64(_mm512_add_epi64(bases, _mm512_cvtepu32_epi64(cost)), prices);
            let mut hits = _mm512_mask_cmplt_epi64_mask(lanes, value, horizons);
            if hits == 0 {
                continue;
            }
            let mut values = [0_i64; 8];
            // SAFETY: the array has room for eight lanes.
            unsafe { _mm512_storeu_epi64(values.as_mut_ptr(), value) };
            while hits != 0 {
                let lane = hits.trailing_zeros() as usize;
                found.push((chunk[half * 8 + lane] >> bits, values[lane]));
                hits &= hits - 1;
            }
        }
    }
}

#[target_feature(enable = "avx2")]
fn nearer_256(bits: u32, row: &[u32], price: &[i64], base: i64, horizon: i64, found: &mut Vec<(u32, i64)>) {
    let shift = _mm_cvtsi32_si128(bits as i32);
    let cost_mask = _mm_set1_epi32(((1_u32 << bits) - 1) as i32);
    let last = _mm_set1_epi32((price.len() - 1).min(i32::MAX as usize) as i32);
    let (bases, horizons) = (_mm256_set1_epi64x(base), _mm256_set1_epi64x(horizon));
    let (chunks, tail) = row.as_chunks::<4>();
    for chunk in chunks {
        // SAFETY: the chunk has four entries; the indices gathered are clamped to the last price, so they lie within
        // the slice, which is not empty.
        let (loaded, prices) = unsafe {
            let loaded = _mm_loadu_si128(chunk.as_ptr().cast());
            let at = _mm_min_epu32(_mm_srl_epi32(loaded, shift), last);
            (loaded, _mm256_i32gather_epi64::<8>(price.as_ptr(), at))
        };
        let cost = _mm256_cvtepu32_epi64(_mm_and_si128(loaded, cost_mask));
        let value = _mm256_sub_epi64(_mm256_add_epi64(bases, cost), prices);
        let mut hits = _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(horizons, value)));
        if hits == 0 {
            continue;
        }
        let mut values = [0_i64; 4];
        // SAFETY: the array has room for four lanes.
        unsafe { _mm256_storeu_si256(values.as_mut_ptr().cast(), value) };
        while hits != 0 {
            let lane = hits.trailing_zeros() as usize;
            found.push((chunk[lane] >> bits, values[lane]));
            hits &= hits - 1;
        }
    }
    scalar::nearer(bits, tail, price, base, horizon, found);
}
