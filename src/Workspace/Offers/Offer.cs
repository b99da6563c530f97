// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Offers;

public enum OfferState
{
    Open,
    Paused,
    Expired,
    Withdrawn,
}

/// <summary>The moments at which an offer was asked, without what was answered.</summary>
public sealed record AskMoments(IReadOnlyList<DateTimeOffset> At) : IWrittenAsJson
{
    public static AskMoments None { get; } = new([]);
}

/// <summary>"You can ask me for …": once in a while, easy to decline, never a profile. By consent.</summary>
public sealed class Offer : Living<OfferState>
{
    private const int AsksAQuarter = 2, MostTimesAYear = 8;

    private Offer()
    {
    }

    public string Theme { get; private set; } = "";

    /// <summary>[m] how far from home.</summary>
    public int RadiusInMetres { get; private set; }

    /// <summary>Cell of 100 m, not an address.</summary>
    public string Cell { get; private set; } = "";

    /// <summary>Sealed.</summary>
    public byte[]? Contact { get; private set; }

    /// <summary>How often at most, as they chose it; never more than the rule allows.</summary>
    public int TimesAYear { get; private set; }

    /// <summary>Of the private link; null when it was made without one.</summary>
    public string? LinkFingerprint { get; private set; }

    public DateTimeOffset RenewedAt { get; private set; }

    public AskMoments Asked { get; private set; } = AskMoments.None;

    protected override Life<OfferState> Life => Lives.Offer;

    public static Outcome<Offer> Make(string theme, int radiusInMetres, string cell, string contact, bool consent, ContactSeal seal, Act act, int timesAYear = MostTimesAYear, PrivateLink? link = null)
    {
        if (Words.Missing(("theme", theme), ("cell", cell), ("contact", contact)) is { } missing)
            return missing;
        if (!consent)
            return new Reason("consent-missing", "Without consent nothing is kept.");
        if (radiusInMetres is < 100 or > 50_000)
            return new Reason("radius-out-of-range", "The radius is between 100 metres and 50 kilometres.");

        if (timesAYear is < 1 or > MostTimesAYear)
            return new Reason("times-out-of-range", $"Choose between 1 and {MostTimesAYear} times a year.") { Arguments = [MostTimesAYear] };
        if (Words.TooLong("title", contact) is not null)
            return new Reason("text-too-long", $"This is longer than {Words.LongestTitle} characters: contact.") { Arguments = [Words.LongestTitle, new Texts.Term("text.contact")] };

        var offer = new Offer { Theme = theme.Trim(), RadiusInMetres = radiusInMetres, Cell = cell.Trim(), RenewedAt = act.At, TimesAYear = timesAYear, LinkFingerprint = link?.Fingerprint };
        offer.BeginAs(OfferState.Open, "", act);
        offer.Contact = seal.Seal(offer.Id, contact.Trim());
        return offer;
    }

    public Outcome<HistoryEntry> Pause(Act act) => Move(OfferState.Paused, "own wish", act);

    public Outcome<HistoryEntry> Resume(Act act) => Move(OfferState.Open, "own wish", act);

    public void Renew(Act act) => RenewedAt = act.At;

    public Outcome<HistoryEntry> Withdraw(Act act) => End(OfferState.Withdrawn, "own wish", act);

    internal Outcome<HistoryEntry> Expire(Act act) => End(OfferState.Expired, "not renewed", act);

    internal Reason? MayBeAsked(DateTimeOffset now)
    {
        if (State != OfferState.Open)
            return new Reason("offer-not-open", "This offer cannot be asked now.");
        if (Asked.At.Count(at => at > now.AddYears(-1)) >= TimesAYear)
            return new Reason("asked-as-often-as-chosen", $"This person chose at most {TimesAYear} times a year, and was asked that often. Ask somebody else.") { Arguments = [TimesAYear] };
        return Asked.At.Count(at => at > now.AddMonths(-3)) >= AsksAQuarter
            ? new Reason("asked-too-often", $"This offer was asked {AsksAQuarter} times in three months. Ask somebody else, or later.") { Arguments = [AsksAQuarter] }
            : null;
    }

    internal void WasAsked(DateTimeOffset now) => Asked = new AskMoments([.. Asked.At.Where(at => at > now.AddYears(-1)), now]);

    private Outcome<HistoryEntry> End(OfferState state, string because, Act act)
    {
        if (!Move(state, because, act).TryGet(out var moved, out var reason))
            return reason;

        Contact = null;
        return moved;
    }
}
