// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.Opgaven;

/// <summary>Where an opgave is: areas by name or code, several at once, or a drawing.</summary>
internal static class PlaceForms
{
    // A drawing of more corners than this was not drawn by hand.
    private const int MostAreas = 40;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        OpgaveForms.Form(routes, "plek", WorkAction.WriteExpectation, "plekken", Areas);
        OpgaveForms.Form(routes, "tekening", WorkAction.WriteExpectation, "plekken", form =>
            form.Work<OpgaveWork>().AddDrawing(form.Actor, form.Id, form["name"], Outline(form["corners"]), form.Cancel));
    }

    private static async Task<Outcome<IReadOnlyList<OpgavePlace>>> Areas(SentForm form)
    {
        if (!form.Work<CurrentGround>().Ask().TryGet(out var ground, out var reason)
            || !(await form.Work<OpgaveReading>().Of(form.Actor, form.Id, form.Cancel)).TryGet(out var file, out reason))
            return reason;
        var names = new NamedAreas(ground, form["level"], file.Municipality);
        if (!names.Read(form["places"]).TryGet(out var codes, out reason))
            return reason;
        if (codes.Count is 0 or > MostAreas)
            return SentForm.NotChosen("place");

        var counting = new Workspace.Measuring.ZoneCounting(ground);
        return await form.Work<OpgaveWork>().AddAreas(form.Actor, form.Id,
            [.. codes.Select(code => (counting.LevelOf(code) ?? form["level"], code, names.NameOf(code) ?? code))], form.Cancel);
    }

    /// <summary>Corners as "x y" a line, in metres of RD New: one is a spot, two a street, more a surface.</summary>
    private static string Outline(string corners)
    {
        var points = corners.Split(['\n', '\r', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return points.Length switch
        {
            0 => "",
            1 => $"POINT ({points[0]})",
            2 => $"LINESTRING ({points[0]}, {points[1]})",
            _ => $"POLYGON (({string.Join(", ", points)}, {points[0]}))",
        };
    }
}
