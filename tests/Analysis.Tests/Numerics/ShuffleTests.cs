// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Tests.Numerics;

public sealed class ShuffleTests
{
    [Fact]
    public void Every_order_of_six_is_as_likely()
    {
        const int rounds = 144_000;
        var counts = new Dictionary<string, int>();
        var chance = new RandomSequence(2009);
        for (var round = 0; round < rounds; round++)
        {
            char[] letters = ['a', 'b', 'c', 'd', 'e', 'f'];
            chance.Shuffle<char>(letters);
            var order = new string(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        // Chi-square of 719 degrees of freedom: mean 719, standard deviation 38.
        Assert.Equal(720, counts.Count);
        Assert.InRange(counts.Values.Sum(count => Math.Pow(count - 200, 2) / 200), 550, 900);
    }

    [Theory]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(50_001)]
    public void A_long_column_keeps_its_entries_and_forgets_their_places(int length)
    {
        int[] column = [.. Enumerable.Range(0, length)];
        new RandomSequence(7).Shuffle<int>(column);

        Assert.Equal(Enumerable.Range(0, length), column.Order());

        // The correlation of place and entry has standard deviation 1/√n.
        var mean = (length - 1) / 2.0;
        var product = column.Select((entry, place) => (entry - mean) * (place - mean)).Sum();
        var square = column.Sum(entry => (entry - mean) * (entry - mean));
        Assert.InRange(product / square * Math.Sqrt(length), -4, 4);
        Assert.InRange(column.Where((entry, place) => entry == place).Count(), 0, 8);
    }

    [Fact]
    public void Every_entry_comes_to_every_place_as_often_where_words_are_split_in_four_and_in_two()
    {
        // Places of the first entry of 40 (four a word) over many shuffles.
        var places = new int[40];
        var chance = new RandomSequence(3);
        for (var round = 0; round < 40_000; round++)
        {
            int[] column = [.. Enumerable.Range(0, 40)];
            chance.Shuffle<int>(column);
            places[Array.IndexOf(column, 0)]++;
        }

        Assert.InRange(places.Sum(count => Math.Pow(count - 1000, 2) / 1000), 12, 80);
    }

    [Fact]
    public void Nothing_and_one_stay_as_they_are()
    {
        new RandomSequence(1).Shuffle<int>([]);
        int[] one = [5];
        new RandomSequence(1).Shuffle<int>(one);

        Assert.Equal([5], one);
    }
}
