// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Voorbeeldstad.Events;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData(2009)]
    [InlineData(7)]
    public void Days_and_places_add_up_to_exactly_the_planted_counts(int seed) => Assert.All([Waterbed.Containers, Waterbed.Square], waterbed =>
        Assert.Equal(waterbed.Counts, new Registration(waterbed, Settlement.Cells, seed).Counts(Settlement.Cells)));

    [Fact]
    public void Outside_the_zones_nothing_changes_between_the_years()
    {
        foreach (var waterbed in new[] { Waterbed.Containers, Waterbed.Square })
        {
            var zones = waterbed.Rows(Settlement.Cells).Select(row => row.Cell).ToHashSet();
            var outside = new Registration(waterbed, Settlement.Cells, 2009).Events.Where(happened => !zones.Contains(Cell.CodeAt(happened.X, happened.Y))).CountBy(happened => happened.Date.Year).ToDictionary();

            Assert.True(outside[Waterbed.Before] > 500);
            Assert.Equal(1, (double)outside[Waterbed.After] / outside[Waterbed.Before], tolerance: 0.1);
        }
    }

    [Fact]
    public void Events_come_in_order_in_inhabited_squares_and_more_often_on_busy_days()
    {
        var registration = new Registration(Waterbed.Square, Settlement.Cells, 2009);
        var squares = Settlement.Cells.ToDictionary(cell => cell.Code);
        var perDay = registration.Events.CountBy(happened => happened.Date.DayOfWeek).ToDictionary();

        Assert.Equal(registration.Events.OrderBy(happened => happened.Date), registration.Events);
        Assert.All(registration.Events, happened => Assert.True(squares[Cell.CodeAt(happened.X, happened.Y)].Since <= happened.Date.Year));
        Assert.Equal(2, (double)(perDay[DayOfWeek.Friday] + perDay[DayOfWeek.Saturday]) / (perDay[DayOfWeek.Tuesday] + perDay[DayOfWeek.Wednesday]), tolerance: 0.3);
        Assert.All(registration.Events, happened => Assert.True(happened.X % Cell.Side > 0 && happened.Y % Cell.Side > 0));
    }
}
