using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>Who the victims of a case are.</summary>
internal static class VictimRecording
{
    /// <summary>Each may need a decision and a mail in one command, and a store commits at most 99 rows at once.</summary>
    public const int Most = 10;

    public static Refusal? Record(DecisionContext context, VictimCommand.RecordVictim command)
    {
        var victims = context.State.Victims;
        if (!command.HasVictim)
        {
            return None(context, command);
        }

        var details = command.Details;
        return command.Victim is { } number
            ? victims.Find(number) is { } known ? Correct(context, known, details) : Unknown(victims)
            : Add(context, victims, details);
    }

    /// <summary>A promise that was kept cannot be taken back, and nobody goes on with a process without its victim.</summary>
    public static Refusal? Remove(DecisionContext context, VictimState victim)
    {
        if (context.State.Conditions.FirstOrDefault(condition => condition.ForVictim == victim.Number) is { } theirs)
        {
            return new Refusal.RuleForbids(
                RefusalCode.VictimTakesPart, $"The condition {Words.Of(theirs.Kind)} is for this victim. A lead replaces or waives it; the victim stays on the case.");
        }

        if (victim.WasContacted)
        {
            return new Refusal.RuleForbids(
                RefusalCode.VictimTold,
                $"This victim {Contacted(victim)}, so they stay on the case. Correct their details, or record that they do not want to be told any more.");
        }

        context.Raise(new VictimEvent.VictimRemoved(victim.Number));
        return null;
    }

    private static string Contacted(VictimState victim) => victim switch
    {
        { ToldDecision: not null } or { ToldEnding: not null } => "has been told about the case",
        { ReferredToSupport: true } => "has been referred to support",
        { Requests.IsEmpty: false } => "has asked for a review or complained",
        _ => "has been asked for their views",
    };

    public static Refusal Unknown(VictimsState victims) => victims.All switch
    {
        [] => new Refusal.WrongState(RefusalCode.VictimNone, "No victim is recorded for this case. Record the victim first."),
        [_] => new Refusal.Unknown(RefusalCode.VictimUnknown, "The case has no victim of that number. See the victims on the case."),
        _ => new Refusal.Unknown(RefusalCode.VictimUnknown, $"The case has {victims.All.Length} victims. Say which (victim): see the victims on the case."),
    };

    private static Refusal? None(DecisionContext context, VictimCommand.RecordVictim command)
    {
        var victims = context.State.Victims;
        if (!victims.All.IsEmpty || command.Victim is not null)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimNone, "A victim is recorded; promises made to them stay. Correct the details instead, or remove a victim who was recorded by mistake.");
        }

        if (victims.Any != false)
        {
            context.Raise(new VictimEvent.VictimRecorded(null, null, null));
        }

        return null;
    }

    private static Refusal? Add(DecisionContext context, VictimsState victims, VictimDetails details)
    {
        if (victims.All.Any(known => known.Details == details))
        {
            return null;
        }

        if (victims.All.Length >= Most)
        {
            return new Refusal.RuleForbids(RefusalCode.TooManyVictims, $"A case has at most {Most} victims.");
        }

        if (Confused([.. victims.All, new VictimState(victims.Last + 1, details)], victims.Last + 1) is { } confused)
        {
            return confused;
        }

        var number = victims.Last + 1;
        context.Raise(new VictimEvent.VictimRecorded(
            number, details, context.InWorkingDays(RuleIds.VictimSupport, context.Scheme.Victim.SupportReferralWorkingDays)));
        if (context.State.Status.IsRunning())
        {
            VictimObligations.CatchUp(context, context.State.Victims.Find(number)!);
        }

        return null;
    }

    private static Refusal? Correct(DecisionContext context, VictimState known, VictimDetails details)
    {
        if (known.Details == details)
        {
            return null;
        }

        // Whoever knows of one victim alone would learn from a refusal what another is called.
        if (context.Command.By.Role == Role.Facilitator && known.Details.Name is not null && known.Details.Name != details.Name)
        {
            return new Refusal.NotPermitted(RefusalCode.VictimNamedByPolice, "The police correct the name of a victim. Ask the officer of the case, and leave the name as it is.");
        }

        if (Confused([.. context.State.Victims.All.Select(other => other.Number == known.Number ? other with { Details = details } : other)], known.Number) is { } confused)
        {
            return confused;
        }

        context.Raise(new VictimEvent.VictimRecorded(known.Number, details, null));
        if (details.Enhanced && !known.Details.Enhanced)
        {
            VictimObligations.Hasten(context, known.Number);
        }

        return null;
    }

    /// <summary>With several victims each has a name of their own, so that nobody is told what is meant for another.</summary>
    /// <param name="recorded">The number of the victim who is recorded or corrected.</param>
    private static Refusal? Confused(VictimState[] victims, int recorded)
    {
        if (victims.Length < 2)
        {
            return null;
        }

        if (victims.FirstOrDefault(victim => victim.Details.Name is null) is { } unnamed)
        {
            return new Refusal.Invalid(
                RefusalCode.VictimUnnamed,
                "With more than one victim each needs a name, so that nobody is told what is meant for another. "
                + (unnamed.Number == recorded ? "Give this one a name (name)." : $"Give the name of victim {unnamed.Number} first."))
            { Field = "name" };
        }

        var twice = victims.GroupBy(victim => victim.Details.Name!, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.VictimRepeated,
                $"Victim {twice.First().Number} of the case has that name already. Correct their details instead; for another person of that name, write what tells them apart.");
    }
}
