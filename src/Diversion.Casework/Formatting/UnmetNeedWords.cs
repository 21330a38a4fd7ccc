using Diversion.Domain.Referral;

namespace Diversion.Casework.Formatting;

/// <summary>Needs that no service meets, as text.</summary>
public static class UnmetNeedWords
{
    public static string Of(UnmetBecause because) => because switch
    {
        UnmetBecause.NoService => "nobody offers it",
        UnmetBecause.TooFar => "it is too far away",
        UnmetBecause.Full => "all are full",
        UnmetBecause.DoesNotTakeThem => "those who offer it do not take this person",
        _ => "the person could not use it: language, access, hours or care of children",
    };
}
