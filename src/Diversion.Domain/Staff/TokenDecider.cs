using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Staff;

/// <summary>Tokens are made and taken back by leads. Each is for one thing, and ends.</summary>
internal static class TokenDecider
{
    /// <summary>More programs than a programme is connected with.</summary>
    private const int MostWorking = 50;

    private const int HashDigits = 64;

    public static Refusal? Create(StaffDecision decision, StaffCommand.CreateToken command)
    {
        if (!Enum.IsDefined(command.Scope))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "scope", "Say what the token is for: tagEvents, custodyNotices or statistics.");
        }

        if (command.Until <= decision.Today || command.Until > decision.Today.PlusYears(1))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "until", "The last day of a token lies in the future, at most a year from today. Make a new one before it ends.");
        }

        if (command.Hash.Length != HashDigits || !command.Hash.All(static digit => char.IsAsciiHexDigitLower(digit)))
        {
            return PeopleDecider.Invalid(RefusalCode.TextInvalid, "hash", "The hash of a token has 64 lower-case hexadecimal digits.");
        }

        var name = StaffDecider.Line(command.Name);
        var working = decision.State.Tokens.Where(token => decision.State.StandingOf(token, command.At) == TokenStanding.Works).ToArray();
        if (working.Any(token => StaffState.Same(token.Name, name)))
        {
            return PeopleDecider.Invalid(RefusalCode.TokenExists, "name", $"A token with the name {name} works already. Revoke it first, or give this one another name.");
        }

        if (working.Length >= MostWorking)
        {
            return new Refusal.RuleForbids(RefusalCode.TokensTooMany, $"{MostWorking} tokens work already. Revoke those that are not used any more.");
        }

        var made = new ApiToken(command.Id, name, command.Scope, command.Hash, command.By.Id, command.By.Name, command.At, WorkingCalendar.EndOf(command.Until));
        return decision.State.StandingOf(made, command.At) == TokenStanding.Works
            ? decision.Raise(new StaffEvent.TokenCreated(made))
            : new Refusal.NotPermitted(RefusalCode.RoleNotPermitted, "The staff directory does not have you as a programme lead, so the token would not work. Ask a lead of the directory to make it.");
    }

    public static Refusal? Revoke(StaffDecision decision, StaffCommand.RevokeToken command) =>
        decision.State.Tokens.FirstOrDefault(token => token.Id == command.Token) switch
        {
            null => PeopleDecider.Invalid(RefusalCode.TokenUnknown, "token", "There is no such token. Look at the list of tokens."),
            { RevokedAt: not null } => null,
            { } known => decision.Raise(new StaffEvent.TokenRevoked(known.Id, command.At)),
        };
}
