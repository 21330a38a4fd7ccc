using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.OwnPage;

internal static class OwnPageDecider
{
    public static Refusal? Decide(DecisionContext context, OwnPageCommand command) => command switch
    {
        OwnPageCommand.GiveOwnPage c => Give(context, c),
        OwnPageCommand.StopOwnPage => Stop(context),
        OwnPageCommand.OpenOwnPage c => Open(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Give(DecisionContext context, OwnPageCommand.GiveOwnPage command)
    {
        if (context.State.Term is null)
        {
            return new Refusal.WrongState(RefusalCode.OwnPageNotYet, "The person gets a page of their own when the agreement is signed. Record the signing first.");
        }

        if (!Enum.IsDefined(command.Way))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say how the person gets it (way): code or link.") { Field = "way" };
        }

        var known = context.State.OwnPage;
        if (known?.Hash == command.Hash)
        {
            return null;
        }

        if (command.Way == OwnPageWay.Link && !context.State.Referral.CanBeTexted())
        {
            return new Refusal.RuleForbids(RefusalCode.OwnPageNoTexts, "The person has not agreed to texts, or has no mobile number that works. Print a code, or change the contact details first.");
        }

        context.Raise(new OwnPageEvent.OwnPageGiven(
            (known?.Number ?? 0) + 1, command.Way, command.Hash, WorkingCalendar.EndOf(context.Today.PlusDays(OwnPageAccess.FirstUseDays))));
        return null;
    }

    private static Refusal? Stop(DecisionContext context)
    {
        if (context.State.OwnPage is { Stopped: false } access)
        {
            context.Raise(new OwnPageEvent.OwnPageStopped(access.Number));
        }

        return null;
    }

    /// <summary>Every refusal is the same, so that nobody learns from it what was wrong.</summary>
    private static Refusal? Open(DecisionContext context, OwnPageCommand.OpenOwnPage command)
    {
        if (context.State.OwnPage is not { } access || access.Hash != command.Hash || !OwnPageAccess.Works(context.State, context.Now)
            || access.Way == OwnPageWay.Link && access.OpenedAt is null && command.NewHash is null)
        {
            return new Refusal.NotPermitted(RefusalCode.OwnPageClosed, "This link or code does not work. Ask the worker for a new one.");
        }

        if (context.State.Referral.Person.BornOn != command.BornOn)
        {
            context.Raise(new OwnPageEvent.OwnPageBirthDateWrong(access.Number));
        }
        else if (access.OpenedAt is null || access.WrongBirthDates > 0)
        {
            context.Raise(new OwnPageEvent.OwnPageOpened(access.Number, context.Now, access.OpenedAt is null && access.Way == OwnPageWay.Link ? command.NewHash : null));
        }

        return null;
    }
}
