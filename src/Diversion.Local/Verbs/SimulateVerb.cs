
namespace Diversion.Local.Verbs;

/// <summary><c>simulate</c>: a made-up programme from its first referral to its last outcome.</summary>
internal static class SimulateVerb
{
    public static Verb Make()
    {
        var command = SimulateCommand.Create();
        var trials = SimulateTrialsCommand.Create();
        command.Subcommands.Add(trials);
        return new(
            command,
            ("diversion simulate --participants 800 --months 10 --seed 7", "A table of outcomes; the same seed gives the same digest."),
            ("diversion simulate --set breach.proposeAt=4 --out try", "The effect of another figure; the data is kept in try/data."))
        {
            Below =
            [
                new Verb(
                    trials,
                    ("diversion simulate trials --trials 400 --participants 800", "How many of 400 such trials find the effect, beside the effect that is true in them."),
                    ("diversion simulate trials --usual 0.48 --programme 0.48", "How many find an effect although there is none.")),
            ],
        };
    }
}
