using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Nominations;

/// <summary>Decides commands on a nomination. Its words come from anybody: they are read here like every other, and shown to nobody but a moderator.</summary>
public static class NominationDecider
{
    /// <summary>So many wait at most: whoever floods the list does not fill it for the others.</summary>
    public const int MostWaiting = 500;

    public static Refusal.Unknown Unknown => new(RefusalCode.NominationUnknown, "There is no such nomination. Look at the list again.");

    /// <param name="state">Null before it was made.</param>
    public static Decision<NominationState, NominationEvent> Decide(NominationId id, NominationState? state, NominationCommand command)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: command is NominationCommand.Reject);
        if ((Admission.Of(command, NominationCommands.Of(command)) ?? texts.Fault) is { } refused)
        {
            return Refused(state, refused);
        }

        if (command is NominationCommand.Nominate named)
        {
            var (text, fault) = Read(named.Text);
            return fault is not null ? Refused(state, fault)
                : state is not null ? Unchanged(state)
                : Raised(null, new NominationEvent.PlaceNominated(id.Value, text, command.At));
        }

        return (state, command) switch
        {
            (null, _) => Refused(state, Unknown),
            (_, NominationCommand.Approve approve) => Approve(state, approve),
            (_, NominationCommand.Reject) => state.Rejected ? Unchanged(state) : Raised(state, new NominationEvent.NominationRejected(command.By.AsStaff(), command.At)),
            _ => Unchanged(state),
        };
    }

    private static Decision<NominationState, NominationEvent> Approve(NominationState state, NominationCommand.Approve command)
    {
        var (text, fault) = Read(command.Published);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        // A moderator may let a street with two capitals out; what is never let out is what can do harm by itself.
        if (NominationSigns.In(text).FirstOrDefault(sign => sign != NominationSign.PerhapsName, NominationSign.PerhapsName) is var sign and not NominationSign.PerhapsName)
        {
            return Refused(state, new Refusal.RuleForbids(RefusalCode.NominationUnfit, $"The words still hold something that is not published: {Words.Of(sign)}. Take it out first."));
        }

        return state.Published == text ? Unchanged(state) : Raised(state, new NominationEvent.NominationApproved(text, command.By.AsStaff(), command.At));
    }

    private static (NominationText Text, Refusal? Fault) Read(NominationText? given)
    {
        if (given is null)
        {
            return (null!, new Refusal.Invalid(RefusalCode.TextMissing, "Say which place it is, and what should be done there."));
        }

        var texts = new TextInspection();
        texts.Line("text.area", given.Area, required: true);
        texts.Line("text.place", given.Place, required: true);
        texts.Prose("text.work", given.Work, required: true);
        if ((texts.Fault ?? (given.Work.Length > NominationText.LongestWork
            ? new Refusal.Invalid(RefusalCode.TextTooLong, $"At most {NominationText.LongestWork} characters are kept. Shorten it.") { Field = "text.work" }
            : null)) is { } fault)
        {
            return (given, fault);
        }

        return (new(PlainText.Clean(given.Area, lines: false), PlainText.Clean(given.Place, lines: false), PlainText.Clean(given.Work, lines: true)), null);
    }

    private static Decision<NominationState, NominationEvent> Raised(NominationState? state, NominationEvent happened) => new([happened], null, NominationState.Evolve(state, happened));

    private static Decision<NominationState, NominationEvent> Unchanged(NominationState state) => new([], null, state);

    private static Decision<NominationState, NominationEvent> Refused(NominationState? state, Refusal refusal) => new([], refusal, state!);
}
