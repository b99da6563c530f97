// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Storage;

/// <summary>The workspace of one municipality in a relational store. Everything another municipality has is invisible here.</summary>
public abstract class WorkspaceStore(DbContextOptions options, Guid tenant) : DbContext(options)
{
    /// <summary>Whose rows are seen and written. The query filter reads it; PostgreSQL guards it again.</summary>
    public Guid Tenant { get; internal set; } = tenant;

    /// <summary>Set only while personal data are erased or a backup is put back: the two moments that rewrite without telling.</summary>
    internal bool KeepsQuiet { get; set; }

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<Ladder> Ladders => Set<Ladder>();

    public DbSet<Opgave> Opgaven => Set<Opgave>();

    public DbSet<OpgavePlace> OpgavePlaces => Set<OpgavePlace>();

    public DbSet<OpgaveLink> OpgaveLinks => Set<OpgaveLink>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<PublishedEvidence> PublishedEvidence => Set<PublishedEvidence>();

    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();

    public DbSet<Judgement> Judgements => Set<Judgement>();

    public DbSet<Advice> Advice => Set<Advice>();

    public DbSet<Overruling> Overrulings => Set<Overruling>();

    public DbSet<Approach> Approaches => Set<Approach>();

    public DbSet<MeasuringPlan> MeasuringPlans => Set<MeasuringPlan>();

    public DbSet<Measurement> Measurements => Set<Measurement>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<PolicyGap> PolicyGaps => Set<PolicyGap>();

    public DbSet<Reflection> Reflections => Set<Reflection>();

    public DbSet<Direction> Directions => Set<Direction>();

    public DbSet<Vision> Visions => Set<Vision>();

    public DbSet<VisionUse> VisionUses => Set<VisionUse>();

    public DbSet<MunicipalTask> MunicipalTasks => Set<MunicipalTask>();

    public DbSet<Signal> Signals => Set<Signal>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<ChallengeRequest> ChallengeRequests => Set<ChallengeRequest>();

    public DbSet<PublicStory> PublicStories => Set<PublicStory>();

    public DbSet<DrawnNeighbourhood> DrawnNeighbourhoods => Set<DrawnNeighbourhood>();

    public DbSet<DrawnSurface> DrawnSurfaces => Set<DrawnSurface>();

    public DbSet<WorkAreaProposal> WorkAreaProposals => Set<WorkAreaProposal>();

    public DbSet<WorkAreaDecision> WorkAreaDecisions => Set<WorkAreaDecision>();

    public DbSet<FrontlineTeam> FrontlineTeams => Set<FrontlineTeam>();

    public DbSet<ScaleExperience> ScaleExperiences => Set<ScaleExperience>();

    public DbSet<PeerGroup> PeerGroups => Set<PeerGroup>();

    public DbSet<PeerNote> PeerNotes => Set<PeerNote>();

    public DbSet<CraftOffer> CraftOffers => Set<CraftOffer>();

    public DbSet<Exchange> Exchanges => Set<Exchange>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    internal DbSet<EraserPass> EraserPasses => Set<EraserPass>();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!KeepsQuiet)
            BeforeSaving();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<IWrittenAsJson>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<NetTopologySuite.Geometries.Geometry>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => StoreModel.Build(modelBuilder, this);

    private void BeforeSaving()
    {
        foreach (var entry in ChangeTracker.Entries().ToList())
        {
            if (entry is { Entity: INeverChanges or HistoryEntry, State: EntityState.Modified or EntityState.Deleted })
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is written once.");
            if (entry.Entity is not Item item)
                continue;

            if (item.Tenant != Tenant && item is not Exchange)
                throw new InvalidOperationException("A row of another municipality.");
            if (entry.State == EntityState.Modified)
                item.NextVersion();
            if (item.Told.Count > 0)
            {
                History.AddRange(item.Told);
                item.WasSaved();
            }
        }
    }
}
