using Diversion.Domain.Agreements;

namespace Diversion.Casework.Access;

/// <summary>What each role sees of which cases: read by the policy itself, and by the page that shows it to leads.</summary>
public static partial class AccessPolicy
{
    private static readonly CaseScope[] OfLead = [new(CaseRelation.Any, RecordVisibility.Full)];

    /// <summary>
    /// Sergeants decide on contested warnings. Whoever has to answer complaints reads them: sergeants, and the managers of the
    /// key worker's and of the officer's team.
    /// </summary>
    private static readonly CaseScope[] OfSergeant =
    [
        new(CaseRelation.OfficersTeam, RecordVisibility.Police with { Objections = true, Complaints = true }),
        new(CaseRelation.Any, RecordVisibility.Police with { Objections = true, Complaints = true, NeedsReason = true }),
    ];

    private static readonly CaseScope[] OfKeyWorker =
    [
        new(CaseRelation.KeyWorker, RecordVisibility.Full),
        new(CaseRelation.Any, RecordVisibility.Full with { NeedsReason = true }),
    ];

    private static readonly CaseScope[] OfTeamManager =
    [
        new(CaseRelation.TeamManager, RecordVisibility.Full),
        new(CaseRelation.AskedManager, RecordVisibility.Full with { NeedsReason = true, KnownReason = TeamAsked }),
        new(CaseRelation.OfficersManager, RecordVisibility.Police with { Complaints = true }),
        new(CaseRelation.Any, RecordVisibility.Police with { NeedsReason = true }),
    ];

    private static readonly CaseScope[] OfOfficer =
    [
        new(CaseRelation.OfficersTeam, RecordVisibility.Police),
        new(CaseRelation.Any, RecordVisibility.Police with { NeedsReason = true }),
    ];

    private static readonly CaseScope[] OfFacilitator = [new(CaseRelation.Facilitator, RecordVisibility.Facilitator)];
    private static readonly CaseScope[] OfProvider = [new(CaseRelation.Provider, RecordVisibility.Provider)];

    /// <summary>In the order in which they count: the first that holds for a case is the one. Empty for a role that opens no case.</summary>
    public static IReadOnlyList<CaseScope> ScopesOf(Role role) => role switch
    {
        Role.ProgrammeLead => OfLead,
        Role.Sergeant => OfSergeant,
        Role.KeyWorker => OfKeyWorker,
        Role.TeamManager => OfTeamManager,
        Role.PoliceOfficer => OfOfficer,
        Role.Facilitator => OfFacilitator,
        Role.Provider => OfProvider,
        _ => [],
    };

    private static RecordVisibility OfRole(Actor actor, AgreementState state)
    {
        foreach (var scope in ScopesOf(actor.Role))
        {
            if (Holds(scope.Relation, actor, state))
            {
                return (scope.Relation, actor.Role) switch
                {
                    (CaseRelation.Any, Role.Sergeant) => scope.Visible with { KnownReason = WaitsForSergeant(state) },
                    (CaseRelation.Facilitator, _) => scope.Visible with { OnlyVictims = VictimsOf(actor, state) },
                    _ => scope.Visible,
                };
            }
        }

        return RecordVisibility.Nothing;
    }

    private static bool Holds(CaseRelation relation, Actor actor, AgreementState state) => relation switch
    {
        CaseRelation.Any => true,
        CaseRelation.KeyWorker => IsWorkers(actor, state),
        CaseRelation.TeamManager => IsWorkers(actor, state) || ManagesWorker(actor, state),
        CaseRelation.AskedManager => IsAsked(actor, state),
        CaseRelation.OfficersManager => Manages(actor, state.Referral.Officer.Team),
        CaseRelation.OfficersTeam => IsOfficersTeam(actor, state),
        CaseRelation.Facilitator => IsFacilitators(actor, state),
        CaseRelation.Provider => ConditionsOf(actor, state).Count > 0 || SupportTracksOf(actor, state).Count > 0 || VisitsOf(actor, state).Any(),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Say for which cases this relation holds."),
    };
}
