// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;

namespace Schakel.Workspace.Storage;

/// <summary>One model for both stores: what all items share is said once, over all types; a few lines say what is particular.</summary>
internal static class StoreModel
{
    internal static void Build(ModelBuilder model, WorkspaceStore store)
    {
        OnlyMine(model.Entity<HistoryEntry>());
        model.Entity<Municipality>().HasIndex(municipality => municipality.AreaCode).IsUnique();
        model.Entity<EraserPass>().HasKey(pass => pass.Tenant);
        model.Entity<HistoryEntry>(entry =>
        {
            entry.HasKey(line => line.Number);
            entry.HasIndex(line => new { line.Tenant, line.Opgave });
            entry.HasIndex(line => new { line.Tenant, line.Subject });
        });

        // By way of the sets of the store; a new set is an item like all others without a word here.
        foreach (var type in typeof(WorkspaceStore).GetProperties().Where(set => set.PropertyType.IsGenericType).Select(set => set.PropertyType.GetGenericArguments()[0]))
            if (typeof(Item).IsAssignableFrom(type))
                Bones(model.Entity(type));

        model.Entity<Account>(account =>
        {
            account.HasIndex(known => new { known.Tenant, known.SignInName }).IsUnique();
            account.HasOne<Member>().WithMany().HasForeignKey(known => known.MemberId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasIndex(known => new { known.Tenant, known.CredentialId }).IsUnique();
            passkey.HasOne<Account>().WithMany().HasForeignKey(known => known.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AccessKey>(key =>
        {
            key.HasIndex(known => new { known.Tenant, known.Hash }).IsUnique();
            key.HasOne<Member>().WithMany().HasForeignKey(known => known.MemberId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Receipt>().HasIndex(receipt => new { receipt.Tenant, receipt.Print }).IsUnique();
        model.Entity<Opgave>();
        Part<OpgavePlace>(place => place.OpgaveId);
        Part<Position>(position => position.OpgaveId);
        Part<EvidenceUse>(use => use.OpgaveId);
        Part<Judgement>(judgement => judgement.OpgaveId);
        Part<Advice>(advice => advice.OpgaveId);
        Part<Overruling>(overruling => overruling.OpgaveId);
        Part<Approaches.Approach>(approach => approach.OpgaveId);
        Part<Measuring.MeasuringPlan>(plan => plan.OpgaveId);
        Part<Measuring.Measurement>(measurement => measurement.OpgaveId);
        Part<Residents.PublicStory>(story => story.OpgaveId);
        Part<Networks.Seat>(seat => seat.OpgaveId);
        Part<Handover>(handover => handover.OpgaveId);
        Part<Directions.VisionUse>(use => use.OpgaveId);
        model.Entity<Directions.VisionUse>().HasOne<Directions.Vision>().WithMany().HasForeignKey(use => use.VisionId).OnDelete(DeleteBehavior.Restrict);
        Part<OpgaveLink>(link => link.From);
        Part<OpgaveLink>(link => link.To);
        model.Entity<EvidenceUse>().HasOne<PublishedEvidence>().WithMany().HasForeignKey(use => use.EvidenceId).OnDelete(DeleteBehavior.Restrict);

        model.Entity<Approaches.Approach>().HasIndex(approach => approach.OpgaveId).IsUnique();
        model.Entity<Offers.Offer>().HasIndex(offer => new { offer.Tenant, offer.LinkFingerprint });
        model.Entity<Residents.DrawnNeighbourhood>().HasIndex(drawn => new { drawn.Tenant, drawn.LinkFingerprint });
        model.Entity<PublishedEvidence>().HasIndex(evidence => new { evidence.Tenant, evidence.Hash }).IsUnique();
        // One current judgement for a person and a level; and one whole handover under way for an opgave.
        model.Entity<Judgement>().HasIndex(judgement => new { judgement.OpgaveId, judgement.Level, judgement.Rater }).IsUnique().HasFilter("\"State\" = 'Given'");
        model.Entity<Handover>().HasIndex(handover => handover.OpgaveId).IsUnique().HasFilter("\"HandoverKind\" = 'Whole' and \"State\" in ('Asked', 'Accepted')").HasDatabaseName("IX_Handovers_OpenWhole");

        foreach (var type in model.Model.GetEntityTypes())
            foreach (var property in type.ClrType.GetProperties().Where(property => typeof(IWrittenAsJson).IsAssignableFrom(property.PropertyType)))
                model.Entity(type.ClrType).Property(property.Name).HasConversion(JsonConverter(property.PropertyType), JsonComparer(property.PropertyType));

        // EF Core puts the context at hand in the place of this constant; a captured variable would stay the first one.
        Expression IsMine(Expression row, string property) =>
            Expression.Equal(Expression.Property(row, property), Expression.Property(Expression.Constant(store, store.GetType()), nameof(WorkspaceStore.Tenant)));

        void OnlyMine(EntityTypeBuilder type)
        {
            var row = Expression.Parameter(type.Metadata.ClrType, "row");
            var mine = IsMine(row, nameof(Item.Tenant));
            // What two municipalities exchange is a row of the one that both can see.
            if (type.Metadata.ClrType == typeof(Exchange))
                mine = Expression.OrElse(mine, IsMine(row, nameof(Exchange.With)));
            type.HasQueryFilter(Expression.Lambda(mine, row));
        }

        void Bones(EntityTypeBuilder item)
        {
            item.HasKey(nameof(Item.Id));
            item.Property(nameof(Item.Id)).ValueGeneratedNever();
            item.Property(nameof(Item.Version)).IsConcurrencyToken();
            item.HasIndex(nameof(Item.Tenant));
            OnlyMine(item);
        }

        void Part<T>(Expression<Func<T, object?>> opgave)
            where T : class => model.Entity<T>().HasOne<Opgave>().WithMany().HasForeignKey(opgave).OnDelete(DeleteBehavior.Restrict);
    }

    private static ValueConverter JsonConverter(Type type) => (ValueConverter)Activator.CreateInstance(typeof(AsJson<>).MakeGenericType(type))!;

    private static ValueComparer JsonComparer(Type type) => (ValueComparer)Activator.CreateInstance(typeof(SameJson<>).MakeGenericType(type))!;

    private sealed class AsJson<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, CanonicalJson.Options), text => JsonSerializer.Deserialize<T>(text, CanonicalJson.Options)!)
        where T : class;

    private sealed class SameJson<T>() : ValueComparer<T>(
        (one, other) => JsonSerializer.Serialize(one, CanonicalJson.Options) == JsonSerializer.Serialize(other, CanonicalJson.Options),
        value => StringComparer.Ordinal.GetHashCode(JsonSerializer.Serialize(value, CanonicalJson.Options)), value => value)
        where T : class;
}
