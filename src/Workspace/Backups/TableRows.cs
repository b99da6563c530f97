// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Backups;

/// <summary>Rows of any table as JSON, in the values of the domain and not of a store.</summary>
internal static class TableRows
{
    private const string Tenant = nameof(Item.Tenant);

    internal static bool HasTenant(IEntityType type) => type.FindProperty(Tenant) is not null;

    /// <summary>Whose row it is; a municipality is its own.</summary>
    internal static Guid OwnerOf(WorkspaceStore store, IEntityType type, object row) =>
        (Guid)store.Entry(row).Property(HasTenant(type) ? Tenant : nameof(Item.Id)).CurrentValue!;

    /// <summary>Tables after those they refer to.</summary>
    internal static IReadOnlyList<IEntityType> TypesInOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        var left = model.GetEntityTypes().Where(type => type.ClrType != typeof(EraserPass)).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.First(type => type.GetForeignKeys().All(key => key.PrincipalEntityType == type || ordered.Contains(key.PrincipalEntityType)));
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    /// <summary>From now on the rows of this municipality are seen, within the same transaction.</summary>
    internal static async Task Enter(WorkspaceStore store, Guid tenant, CancellationToken cancel)
    {
        store.Tenant = tenant;
        if (store is PostgresStore)
            await TenantOnConnection.Set(store.Database.GetDbConnection(), tenant, cancel);
    }

    internal static string MigrationName(IReadOnlyList<string> migrations) => migrations.Count == 0 ? "" : migrations[^1][(migrations[^1].IndexOf('_', StringComparison.Ordinal) + 1)..];

    internal static async Task<long> Write(WorkspaceStore store, IEntityType type, HashedPart part, CancellationToken cancel) =>
        await (Task<long>)typeof(TableRows).GetMethod(nameof(WriteRows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type.ClrType).Invoke(null, [store, type, part, cancel])!;

    /// <summary>A row, with the values it had; nothing is told, counted or renumbered.</summary>
    internal static object Read(WorkspaceStore store, IEntityType type, string line)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        using var document = JsonDocument.Parse(line);
        var entry = store.Entry(row);
        foreach (var property in type.GetProperties())
            entry.Property(property).CurrentValue = Value(document.RootElement.GetProperty(property.Name), property.ClrType);
        entry.State = EntityState.Added;
        return row;
    }

    private static async Task<long> WriteRows<T>(WorkspaceStore store, IEntityType type, HashedPart part, CancellationToken cancel)
        where T : class
    {
        var key = type.FindPrimaryKey()!.Properties[0].Name;
        var rows = 0L;
        await foreach (var row in store.Set<T>().AsNoTracking().OrderBy(row => EF.Property<object>(row, key)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var entry = store.Entry(row);
            // A row that two municipalities see is kept once, by whose it is.
            if (HasTenant(type) && (Guid)entry.Property(Tenant).CurrentValue! != store.Tenant)
                continue;
            var json = new JsonObject();
            foreach (var property in type.GetProperties())
                json[property.Name] = Node(entry.Property(property).CurrentValue);
            part.Line(json.ToJsonString(CanonicalJson.Options));
            rows++;
        }

        return rows;
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        Geometry shape => JsonValue.Create(Convert.ToBase64String(new WKBWriter(ByteOrder.LittleEndian, true).Write(shape))),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), CanonicalJson.Options),
    };

    private static object? Value(JsonElement element, Type type) =>
        element.ValueKind == JsonValueKind.Null ? null
        : typeof(Geometry).IsAssignableFrom(type) ? new WKBReader().Read(element.GetBytesFromBase64())
        : element.Deserialize(type, CanonicalJson.Options);
}
