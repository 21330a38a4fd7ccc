using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// The people who hold a role on this case. If nobody with an address holds it, the mail goes to the next role: owner, key
/// worker, leads. Otherwise nobody would be chased.
/// </summary>
internal readonly struct Recipients(AgreementState state, Programme programme)
{
    public IReadOnlyList<StaffRef> Leads => programme.Leads;

    /// <summary>The worker who covers does the key worker's work, and gets the mail in their place.</summary>
    public IReadOnlyList<StaffRef> KeyWorker =>
        state.Cover?.Worker is { } cover && CanBeWrittenTo(cover) ? [cover] : OrLeads(state.KeyWorker);

    public IReadOnlyList<StaffRef> Officer => CanBeWrittenTo(state.Referral.Officer) ? [state.Referral.Officer] : KeyWorker;

    public IReadOnlyList<StaffRef> TeamManager =>
        state.Team is { } team && programme.TeamManagers.TryGetValue(team, out var manager)
            ? OrLeads(manager)
            : Leads;

    /// <summary>The manager of the team that is asked to take the case; leads, if it has none who can be written to.</summary>
    public IReadOnlyList<StaffRef> ReceivingManager =>
        state.TeamAsked is { } asked && programme.TeamManagers.TryGetValue(asked.Team, out var manager) ? OrLeads(manager) : Leads;

    /// <summary>The officer's manager. Sergeants are not listed, so in a team without a manager the officer is told again.</summary>
    public IReadOnlyList<StaffRef> Sergeant =>
        state.Referral.Officer.Team is { } team && programme.TeamManagers.TryGetValue(team, out var sergeant) && CanBeWrittenTo(sergeant)
            ? [sergeant]
            : Officer;

    /// <summary>The leads who may decide the waiting breach; all leads if only the proposer is left, so that somebody is told.</summary>
    public IReadOnlyList<StaffRef> Deciders
    {
        get
        {
            var proposer = state.Breach?.ProposerId;
            var others = programme.Leads.Where(lead => lead.Id != proposer).ToArray();
            return others.Any(CanBeWrittenTo) ? others : Leads;
        }
    }

    /// <summary>The facilitator who works with this victim; another one knows nothing of them.</summary>
    public StaffRef? FacilitatorOf(int victim) => state.Conditions.FirstOrDefault(condition =>
        condition.ForVictim == victim && condition is { Status: not (ConditionStatus.Waived or ConditionStatus.Substituted), PartnerFacilitator: not null })?.PartnerFacilitator;

    /// <summary>An address that can never receive mail counts as none: the mail goes to the next role.</summary>
    public static bool CanBeWrittenTo(StaffRef staff) => EmailAddress.CanBeWrittenTo(staff.Email);

    /// <param name="obligation">Its id: each facilitator hears of their own condition.</param>
    public IReadOnlyList<StaffRef> Of(Addressee addressee, string? obligation = null) => addressee switch
    {
        Addressee.PoliceOfficer => Officer,
        Addressee.Facilitator => Facilitator(obligation) is { } own && CanBeWrittenTo(own) ? [own] : KeyWorker,
        Addressee.Provider when obligation is not null && state.Support.MentoringOf(obligation)?.Mentor is { } mentor && CanBeWrittenTo(mentor) => [mentor],
        Addressee.Sergeant => Sergeant,
        Addressee.TeamManager => TeamManager,
        Addressee.ReceivingManager => ReceivingManager,
        Addressee.ProgrammeLead => Leads,
        Addressee.Analyst => programme.Analysts.Any(CanBeWrittenTo) ? programme.Analysts : Leads,

        // A provider is known only by the organisation's name; the key worker rings them.
        _ => KeyWorker,
    };

    private StaffRef? Facilitator(string? obligation) => obligation is null ? null : state.ConditionOrNull(obligation.Split('/')[0])?.PartnerFacilitator;

    private IReadOnlyList<StaffRef> OrLeads(StaffRef? staff) => staff is not null && CanBeWrittenTo(staff) ? [staff] : Leads;
}
