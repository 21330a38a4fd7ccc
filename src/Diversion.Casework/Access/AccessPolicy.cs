using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Access;

/// <summary>
/// The one place that says who may do and see what of a case. Roles are asked by the domain; here it is asked whose
/// case it is. The API, the pages and the exports all come here.
/// </summary>
public static partial class AccessPolicy
{
    /// <returns>Null when allowed.</returns>
    public static Refusal? MayCommand(Actor actor, AgreementState state, AgreementCommand command) => actor.Role switch
    {
        Role.Clock or Role.Feed or Role.Sergeant or Role.ProgrammeLead => null,
        Role.PoliceOfficer => IsOfficersTeam(actor, state) ? null : CaseworkRefusal.NotYours(),
        Role.KeyWorker => IsWorkersTeam(actor, state) ? null : CaseworkRefusal.NotYours(),
        Role.Provider => ConditionOf(command) is { } id && ProviderOf(state, id) == actor.Organisation && actor.Organisation is not null
            ? null
            : CaseworkRefusal.NotYours(),
        Role.Facilitator => IsFacilitators(actor, state) && (command is VictimCommand or RestorativeJusticeCommand)
            ? null
            : CaseworkRefusal.NotYours(),
        _ => CaseworkRefusal.NotYours(),
    };

    /// <summary>Works for the programme from outside: sees the cases that are theirs, and of those their own part.</summary>
    public static bool IsPartner(Actor actor) => actor.Role is Role.Provider or Role.Facilitator;

    /// <summary>Whether the actor's role runs this command on any case; on which, <see cref="MayCommand"/> says.</summary>
    public static bool IsForRole<TCommand>(Actor actor) where TCommand : AgreementCommand =>
        CommandCatalogue.RolesOf<TCommand>().Contains(actor.Role);

    /// <param name="command">A name of the catalogue; nobody runs another.</param>
    public static bool IsForRole(Actor actor, string command) =>
        CommandCatalogue.All.FirstOrDefault(entry => entry.Name == command)?.Roles.Contains(actor.Role) == true;

    /// <summary>What the actor may see of the record, and whether looking needs a reason.</summary>
    public static Sight Of(Actor actor, AgreementState state) => actor.Role switch
    {
        Role.ProgrammeLead => Sight.Full,
        Role.Sergeant => Sight.Police,
        Role.KeyWorker when IsWorkersTeam(actor, state) => Sight.Full,
        Role.KeyWorker => Sight.Full with { NeedsReason = true },
        Role.PoliceOfficer when IsOfficersTeam(actor, state) => Sight.Police,
        Role.PoliceOfficer => Sight.Police with { NeedsReason = true },
        Role.Facilitator when IsFacilitators(actor, state) => Sight.Facilitator,
        Role.Provider when ConditionsOf(actor, state).Count > 0 => Sight.Provider,
        _ => Sight.Nothing,
    };

    /// <summary>
    /// How the case stands, as the actor may know it: that a breach is proposed is part of the story that partners do not
    /// see. What is theirs goes on meanwhile as before.
    /// </summary>
    public static AgreementStatus StatusFor(Actor actor, AgreementStatus status) =>
        IsPartner(actor) && status == AgreementStatus.BreachReview ? AgreementStatus.Active : status;

    /// <summary>The conditions that a partner or facilitator may see; all of them for everybody else.</summary>
    public static IReadOnlyList<Condition> ConditionsOf(Actor actor, AgreementState state) => actor.Role switch
    {
        Role.Provider => [.. state.Conditions.Where(condition => actor.Organisation is not null && ProviderOf(condition) == actor.Organisation)],
        Role.Facilitator => [.. state.Conditions.OfType<RestorativeJusticeCondition>().Where(condition => condition.Facilitator.Id == actor.Id)],
        Role.Analyst or Role.Feed => [],
        _ => state.Conditions,
    };

    private static bool IsOfficersTeam(Actor actor, AgreementState state) =>
        IsOrSharesTeam(actor, state.Referral.Officer.Id, state.Referral.Officer.Team);

    // Before signing there is no key worker yet, and checks and needs may come from any of them.
    private static bool IsWorkersTeam(Actor actor, AgreementState state) =>
        state.KeyWorker is not { } worker || IsOrSharesTeam(actor, worker.Id, worker.Team);

    private static bool IsOrSharesTeam(Actor actor, string id, string? team) =>
        id == actor.Id || (actor.Team is not null && team == actor.Team);

    private static bool IsFacilitators(Actor actor, AgreementState state) =>
        state.Conditions.OfType<RestorativeJusticeCondition>().Any(condition => condition.Facilitator.Id == actor.Id);

    private static string? ProviderOf(AgreementState state, string conditionId) =>
        state.ConditionOrNull(conditionId) is { } condition ? ProviderOf(condition) : null;

    private static string? ProviderOf(Condition condition) => condition switch
    {
        PathwayCondition own => own.Provider,
        ReparationCondition own => own.Provider,
        _ => null,
    };

    private static string? ConditionOf(AgreementCommand command) => command switch
    {
        AppointmentCommand own => own.ConditionId,
        PathwayCommand own => own.ConditionId,
        ReparationCommand own => own.ConditionId,
        _ => null,
    };
}
