using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Term;

namespace Diversion.Domain.Agreements;

/// <summary>Checks that apply to every command before its own rules, on an agreement or on any other kind of stream.</summary>
internal static class Admission
{
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    public static Refusal? Check(AgreementState? state, AgreementCommand command, RulesInForce inForce)
    {
        if ((Of(command, CommandCatalogue.Of(command)) ?? Texts(command)) is { } fault)
        {
            return fault;
        }

        if (command is ReferralCommand.Refer)
        {
            return state is null ? command.Unlisted(inForce.Staff) : RepeatedReferral(state);
        }

        if (state is null)
        {
            return new Refusal.Unknown(RefusalCode.AgreementUnknown, "There is no such agreement. Check the reference.");
        }

        if (Keeping.KeepingDecider.Closed(state, command) is { } closed)
        {
            return closed;
        }

        if (state.HandedOver is { } handed && !Transfers.HandOverDecider.IsTaken(state, command))
        {
            return new Refusal.Ended(
                RefusalCode.HandedOver, $"This case was handed over to {handed.Organisation} on {Words.Date(handed.At)}. Tell them instead ({handed.Contact}); nothing is recorded here.");
        }

        return state.IsTerminal && !command.AfterEnd && LateNews.In(state, command) is null
            ? new Refusal.Ended(
                RefusalCode.AgreementEnded,
                $"This agreement ended as {Words.Of(state.Status)}{(state.EndedAt is { } at ? $" on {Words.Date(at)}" : "")}. Nothing was changed.")
            : command.Unlisted(inForce.Staff);

        static Refusal RepeatedReferral(AgreementState state) =>
            new Refusal.WrongState(RefusalCode.AgreementExists, $"{state.Id} has been referred before. Nothing was changed.");
    }

    /// <summary>For every kind of stream: the role may do it, and the time can be.</summary>
    public static Refusal? Of(StreamCommand command, CommandEntry entry)
    {
        if (!entry.Roles.Contains(command.By.Role))
        {
            return new Refusal.NotPermitted(
                RefusalCode.RoleNotPermitted,
                $"A {Words.Of(command.By.Role)} cannot {entry.Name.Replace('-', ' ')}. It takes a {string.Join(" or ", entry.Roles.Where(role => role != Role.Clock).Select(Words.Of))}.");
        }

        return IsPlausible(command.At)
            ? null
            : new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The time of the command is out of range; check the clock of the machine.");
    }

    /// <summary>Calendars and time zones do not work outside this range.</summary>
    public static bool IsPlausible(Instant at) => at >= Earliest && at <= Latest;

    private static Refusal? Texts(AgreementCommand command)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason);
        if (command.NeedsReason && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(RefusalCode.ReasonMissing, "Give a reason: it is kept with the decision.");
        }

        command.Inspect(texts);
        return texts.Fault;
    }
}
