// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Fetching;

/// <summary>Where figures and boundaries can be fetched, and on what terms.</summary>
/// <param name="Id">As in <c>--only</c> and as the name of the folder with its files.</param>
/// <param name="Host">That the figures come from.</param>
/// <param name="Terms">Source line and licence that go with every figure.</param>
internal sealed record Publisher(string Id, string Host, Provider Terms)
{
    internal static readonly Publisher Cbs = new("cbs", "opendata.cbs.nl", Provider.Cbs);
    internal static readonly Publisher CbsInVersion4 = Cbs with { Host = "datasets.cbs.nl" };
    internal static readonly Publisher Pdok = new("pdok", "api.pdok.nl", Provider.Pdok);
    internal static readonly Publisher PdokFeatures = Pdok with { Host = "service.pdok.nl" };
    internal static readonly Publisher Police = new("politie", "dataderden.cbs.nl", Provider.Police);
    internal static readonly Publisher Rivm = new("rivm", "dataderden.cbs.nl", Provider.Rivm);

    internal static IReadOnlyList<Publisher> All { get; } = [Pdok, Cbs, Police, Rivm];
}
