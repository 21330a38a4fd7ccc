using Diversion.Casework.ReadModels;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Casework;

/// <summary>Finds the scheme version for a decision.</summary>
public sealed class Rulebook(SchemeCatalogue schemes, WorkingCalendar calendar, Programme programme)
{
    public Programme Programme => programme;

    public WorkingCalendar Calendar => calendar;

    public SchemeCatalogue Schemes => schemes;

    /// <summary>A new case uses the programme's scheme, an offer the version of its day, and all later decisions that version.</summary>
    /// <exception cref="InvalidOperationException">No version of the scheme is in force yet.</exception>
    public RulesInForce RulesInForceFor(AgreementState? state, AgreementCommand command)
    {
        if (state is not null && command is not OfferCommand.MakeOffer)
        {
            return new RulesInForce(schemes.Get(state.Scheme), calendar) { Staff = programme.Known };
        }

        var name = state?.Scheme.Name ?? programme.Scheme;
        var today = WorkingCalendar.DateOf(command.At);
        return new RulesInForce(
            schemes.InForce(name, today) ?? throw new InvalidOperationException(
                $"No version of the scheme {name} is in force on {today:uuuu-MM-dd}. Add one to the schemes folder."),
            calendar) { Staff = programme.Known };
    }

    public SchemeRules SchemeOf(AgreementState state) => schemes.Get(state.Scheme);
}
