using Diversion.Domain.Agreements;

namespace Diversion.Simulation.People;

/// <summary>The people who work on one case.</summary>
internal sealed record CaseTeam(
    ProgrammeStaff Staff,
    Actor Officer,
    Actor Sergeant,
    Actor KeyWorker,
    Actor SecondKeyWorker,
    Actor Facilitator,
    Actor Lead,
    Actor OtherLead)
{
    /// <summary>Cases are assigned in turn.</summary>
    public static CaseTeam Of(ProgrammeStaff staff, int index) => new(
        staff,
        At(staff.Officers, index),
        At(staff.Sergeants, index),
        At(staff.KeyWorkers, index),
        At(staff.KeyWorkers, index + 1),
        At(staff.Facilitators, index),
        At(staff.Leads, index),
        At(staff.Leads, index + 1));

    /// <summary>The case's present key worker.</summary>
    public Actor Worker(AgreementState state) =>
        state.KeyWorker is { } named ? Staff.KeyWorkers.FirstOrDefault(worker => worker.Id == named.Id) ?? KeyWorker : KeyWorker;

    public Actor LeadOtherThan(string? id) => Lead.Id == id ? OtherLead : Lead;

    /// <summary>The person who works for the organisation, or the key worker if nobody does.</summary>
    public Actor ProviderOr(string? organisation, AgreementState state) =>
        Staff.Providers.FirstOrDefault(provider => provider.Organisation == organisation) ?? Worker(state);

    private static Actor At(IReadOnlyList<Actor> staff, int index) => staff[index % staff.Count];
}
