using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Who a role is on this case. A role that nobody with an address holds falls to the next: owner, key worker, leads;
/// a chaser that reaches nobody would be a promise that nobody chases.
/// </summary>
internal readonly struct Recipients(AgreementState state, Programme programme)
{
    public IReadOnlyList<StaffRef> Leads => programme.Leads;

    /// <summary>Whoever covers does the work of the key worker, and hears of it in their place.</summary>
    public IReadOnlyList<StaffRef> KeyWorker =>
        state.Cover?.Worker is { } cover && CanBeWrittenTo(cover) ? [cover] : OrLeads(state.KeyWorker);

    public IReadOnlyList<StaffRef> Officer => CanBeWrittenTo(state.Referral.Officer) ? [state.Referral.Officer] : KeyWorker;

    public IReadOnlyList<StaffRef> TeamManager =>
        state.Team is { } team && programme.TeamManagers.TryGetValue(team, out var manager)
            ? OrLeads(manager)
            : Leads;

    /// <summary>The officer's manager; sergeants are not listed, so a team without one has its officer told again.</summary>
    public IReadOnlyList<StaffRef> Sergeant =>
        state.Referral.Officer.Team is { } team && programme.TeamManagers.TryGetValue(team, out var sergeant) && CanBeWrittenTo(sergeant)
            ? [sergeant]
            : Officer;

    /// <summary>The leads who may decide the breach that waits; all of them when only the proposer is left, so that somebody hears of it.</summary>
    public IReadOnlyList<StaffRef> Deciders
    {
        get
        {
            var proposer = state.Breach?.ProposerId;
            var others = programme.Leads.Where(lead => lead.Id != proposer).ToArray();
            return others.Any(CanBeWrittenTo) ? others : Leads;
        }
    }

    public StaffRef? Facilitator
    {
        get
        {
            foreach (var condition in state.Conditions)
            {
                if (condition is RestorativeJusticeCondition { Status: not (ConditionStatus.Waived or ConditionStatus.Substituted) } own)
                {
                    return own.Facilitator;
                }
            }

            return null;
        }
    }

    /// <summary>An address that mail can never go to is none: the mail goes to the next role.</summary>
    public static bool CanBeWrittenTo(StaffRef staff) => EmailAddress.CanBeWrittenTo(staff.Email);

    public IReadOnlyList<StaffRef> Of(Addressee addressee) => addressee switch
    {
        Addressee.PoliceOfficer => Officer,
        Addressee.Facilitator => Facilitator is { } own && CanBeWrittenTo(own) ? [own] : KeyWorker,
        Addressee.Sergeant => Sergeant,
        Addressee.TeamManager => TeamManager,
        Addressee.ProgrammeLead => Leads,

        // A provider is known by its organisation's name only; the key worker rings them.
        _ => KeyWorker,
    };

    private IReadOnlyList<StaffRef> OrLeads(StaffRef? staff) => staff is not null && CanBeWrittenTo(staff) ? [staff] : Leads;
}
