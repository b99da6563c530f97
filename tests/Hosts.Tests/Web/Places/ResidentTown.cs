// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Hosts.Tests.Web.Places;

/// <summary>A served town with an empty workspace of its own, in a folder with a space in its name, and a colleague to act for it.</summary>
internal sealed class ResidentTown : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel bewoners ");

    private ResidentTown(params (string Name, string Value)[] settings)
    {
        var setting = StoreSetting.OfFile(Path.Combine(folder.FullName, "een stad.workspace"));
        Stores = new StoreFactory(setting);
        Seal = ContactSeal.At(setting.KeyFile);
        Room = new Workroom(Stores, Seal, TimeProvider.System);
        Colleague = new Actor(Tenant, Guid.NewGuid(), Guid.NewGuid(), new HashSet<AccessRole> { AccessRole.Coordinator, AccessRole.PolicyAdviser });
        Setting = setting.File!;
        Settings = settings;
    }

    internal Guid Tenant { get; } = Guid.NewGuid();

    internal StoreFactory Stores { get; }

    internal ContactSeal Seal { get; }

    internal Workroom Room { get; }

    internal Actor Colleague { get; }

    internal ServedSite Site { get; private set; } = null!;

    private string Setting { get; }

    private (string Name, string Value)[] Settings { get; }

    internal static async Task<ResidentTown> Make(params (string Name, string Value)[] settings)
    {
        var town = new ResidentTown(settings);
        Answer(await town.Stores.Open(Guid.Empty, Cancel)).Dispose();
        await using (var store = town.Stores.For(town.Tenant))
        {
            store.Add(Answer(Municipality.Found(town.Tenant, "GM1", "Kleine Stad", "Loket Kleine Stad, telefoon 14 099")));
            await store.SaveChangesAsync(Cancel);
        }

        town.Site = new ServedSite(new SmallTown(), [("Schakel:Workspace", town.Setting), .. town.Settings]);
        return town;
    }

    /// <summary>An opgave in a buurt, told to residents or not.</summary>
    internal async Task<Opgave> Opgave(string title, string code, (string Title, string What)? told)
    {
        var work = new OpgaveWork(Room);
        var opgave = Answer(await work.Open(Colleague, title, "Een interne vraag", "buurt", Cancel));
        Answer(await work.AddArea(Colleague, opgave.Id, "buurt", code, code, Cancel));
        if (told is { } story)
            Answer(await new PublicStoryWork(Room).Tell(Colleague, opgave.Id, story.Title, story.What, null, null, showsPositions: false, Cancel));
        return opgave;
    }

    public void Dispose()
    {
        Site.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException($"{reason.Code}: {reason.Detail}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
