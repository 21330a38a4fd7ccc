using System.Collections.Frozen;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Programmes;

/// <summary>Finds the scheme version for a decision.</summary>
public sealed class Rulebook(SchemeCatalogue schemes, WorkingCalendar calendar, Programme programme)
{
    private readonly Lock gate = new();
    private volatile Programme current = programme;
    private volatile OpenTrial? trial;
    private int known;
    private int knowsTrial;

    /// <summary>The settings, with the people of the staff directory as this process last knew it.</summary>
    public Programme Programme => current;

    /// <summary>As read at start: the people are those that a new directory begins with.</summary>
    public Programme Settings { get; } = programme;

    public bool KnowsStaff => Volatile.Read(ref known) > 0;

    /// <summary>The trial that is open, as this process last knew it; null when none is.</summary>
    public OpenTrial? Trial => trial;

    public bool KnowsTrial => Volatile.Read(ref knowsTrial) > 0;

    public WorkingCalendar Calendar => calendar;

    public SchemeCatalogue Schemes => schemes;

    /// <summary>A new case uses the programme's scheme, an offer the version of its day, and all later decisions that version.</summary>
    /// <exception cref="InvalidOperationException">No version of the scheme is in force yet.</exception>
    public RulesInForce RulesInForceFor(AgreementState? state, AgreementCommand command)
    {
        if (state is not null && command is not OfferCommand.MakeOffer)
        {
            return new RulesInForce(schemes.Get(state.Scheme), calendar) { Staff = current.Known, Trial = trial };
        }

        return new RulesInForce(InForce(state?.Scheme.Name ?? current.Scheme, WorkingCalendar.DateOf(command.At)), calendar) { Staff = current.Known, Trial = trial };
    }

    /// <summary>For what is not of one case: by the programme's scheme.</summary>
    /// <exception cref="InvalidOperationException">No version of the scheme is in force yet.</exception>
    public Deadlines DeadlinesOn(LocalDate day) => new(calendar, InForce(current.Scheme, day).Escalation);

    private SchemeRules InForce(string scheme, LocalDate day) => schemes.InForce(scheme, day) ?? throw new InvalidOperationException(
        $"No version of the scheme {scheme} is in force on {day:uuuu-MM-dd}. Add one to the schemes folder.");

    /// <summary>Everything goes by this directory from now on; an older one than is known is ignored.</summary>
    public void Know(StaffState staff)
    {
        lock (gate)
        {
            if (staff.Version > known)
            {
                current = Settings with
                {
                    Leads = staff.Leads,
                    TeamManagers = staff.Managers,
                    TeamNames = staff.Teams.ToFrozenDictionary(team => team.Id, team => team.Name, StringComparer.Ordinal),
                    Capacities = staff.Capacities,
                    TeamCapacities = staff.Teams.Where(team => team is { IsClosed: false, Capacity: not null }).ToFrozenDictionary(team => team.Id, team => team.Capacity!.Value, StringComparer.Ordinal),
                    Analysts = staff.Analysts,
                    PanelMembers = staff.PanelMembers,
                    Staff = staff.Directory,
                    Accounts = staff.People.Where(person => person is { IsActive: true, Account: not null }).ToFrozenDictionary(person => person.Account!, StringComparer.Ordinal),
                    Tokens = staff.Tokens.Where(token => staff.StandingOf(token, Instant.MinValue) == TokenStanding.Works).ToFrozenDictionary(token => token.Hash, StringComparer.Ordinal),
                    TaskMail = staff.TaskMailByAddress.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
                    LeadCanSignIn = staff.LeadCanSignIn,
                    Left = staff.People.Where(person => person.HasLeft).Select(person => person.Id).ToFrozenSet(StringComparer.Ordinal),
                };
                known = staff.Version;
            }
        }
    }

    /// <summary>Which trial is open from now on; null when none is.</summary>
    public void Know(OpenTrial? open)
    {
        trial = open;
        Volatile.Write(ref knowsTrial, 1);
    }

    /// <summary>A trial that this process has just changed or read.</summary>
    public void Know(TrialState state)
    {
        if (state.Status == TrialStatus.Open)
        {
            Know(new OpenTrial(state.Id, state.Protocol));
        }
        else if (trial?.Id == state.Id)
        {
            Know((OpenTrial?)null);
        }
    }

    public SchemeRules SchemeOf(AgreementState state) => schemes.Get(state.Scheme);
}
