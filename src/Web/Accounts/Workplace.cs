// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Web.Accounts;

/// <summary>
/// The workspace of this server: a file beside the catalogue, or what <c>Schakel:Workspace</c> and <c>Schakel:WorkspaceKey</c> name. A site that only
/// shows figures has none and needs none; nothing is made before somebody founds a municipality.
/// </summary>
public sealed class Workplace(IConfiguration configuration, TimeProvider clock, CookieKeys cookieKeys) : IDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private StoreFactory? stores;
    private Workroom? room;

    /// <summary>Where it is, or would be.</summary>
    internal Outcome<StoreSetting> Setting { get; } = SettingOf(configuration);

    /// <summary>Municipalities in the store, by name. Empty as long as it was not opened.</summary>
    internal IReadOnlyList<MunicipalityName> Municipalities { get; private set; } = [];

    /// <summary>
    /// Whether there are invented towns here and nothing else. Only then anybody may be anybody: beside the people of a real municipality such a list would
    /// teach everybody that signing in needs no secret.
    /// </summary>
    internal bool IsDemo => Municipalities.Count > 0 && Municipalities.All(known => known.IsInvented);

    /// <summary>The municipality whose site this is: <c>Schakel:Municipality</c> (the code of its area), else the first; nobody's when there is none.</summary>
    internal Guid Home => (Municipalities.FirstOrDefault(known => known.AreaCode == configuration["Schakel:Municipality"]) ?? (Municipalities is [var first, ..] ? first : null))?.Id ?? Guid.Empty;

    /// <summary>Whether administrators and security officers work with a passkey here: <c>Schakel:SignIn:AdministratorsUsePasskey</c>.</summary>
    internal bool AsksPasskey { get; } = configuration.GetValue("Schakel:SignIn:AdministratorsUsePasskey", false);

    /// <summary>Whether there is something to sign in to.</summary>
    internal bool Exists => Setting.TryGet(out var setting, out _) && (setting.File is null || File.Exists(setting.File));

    /// <summary>Whether the store was reached since the start, wherever it is now.</summary>
    internal bool IsOpen => stores is not null;

    /// <summary>The door to the store. Who is signed in has passed <see cref="Open"/> already.</summary>
    internal Workroom Room => room ?? throw new InvalidOperationException("The workspace was not opened.");

    internal StoreFactory Stores => stores ?? throw new InvalidOperationException("The workspace was not opened.");

    /// <summary>The store, brought up to date at first need; <c>no-workspace</c> when there is none.</summary>
    internal async Task<Outcome<StoreFactory>> Open(CancellationToken cancel) =>
        stores is { } open ? open : Exists ? await Make(cancel) : new Reason("no-workspace", "There is no workspace here.");

    /// <summary>The same, and makes it when there is none.</summary>
    internal async Task<Outcome<StoreFactory>> Make(CancellationToken cancel)
    {
        if (!Setting.TryGet(out var setting, out var reason))
            return reason;

        await opening.WaitAsync(cancel);
        try
        {
            if (stores is { } open)
                return open;
            var factory = new StoreFactory(setting);
            if (!(await factory.Open(Guid.Empty, cancel)).TryGet(out var store, out reason))
                // Not a "no" but a trouble that passes: nobody may be signed out for it.
                return reason.Code == "store-unreachable" ? throw new StoreGoneException(reason.Detail) : reason;
            await store.DisposeAsync();
            cookieKeys.Keep();
            room = new Workroom(factory, ContactSeal.At(setting.KeyFile), clock);
            await LookAround(factory, cancel);
            return stores = factory;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Reads again which municipalities there are.</summary>
    internal async Task LookAround(StoreFactory factory, CancellationToken cancel)
    {
        await using var store = factory.For(Guid.Empty);
        Municipalities = await store.Municipalities.OrderBy(known => known.Name).Select(known => new MunicipalityName(known.Id, known.AreaCode, known.Name)).ToListAsync(cancel);
    }

    public void Dispose() => opening.Dispose();

    internal static Outcome<StoreSetting> SettingOf(IConfiguration configuration) =>
        configuration["Schakel:Workspace"] is { Length: > 0 } named ? StoreSetting.Read(named, configuration["Schakel:WorkspaceKey"])
        : configuration["Schakel:Data"] is { Length: > 0 } data ? StoreSetting.Beside(data)
        : new Reason("no-workspace", "There is no workspace here.");
}

/// <summary>What everybody may know of a municipality.</summary>
public sealed record MunicipalityName(Guid Id, string AreaCode, string Name)
{
    /// <summary>Voorbeeldstad and its neighbours. No real gemeente has a code from 9900.</summary>
    public bool IsInvented => AreaCode.StartsWith("GM99", StringComparison.Ordinal);
}
