using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Domain;

namespace Diversion.Web.Wording;

/// <summary>The credit of a session before it is recorded.</summary>
internal static class CreditWording
{
    public static string Of(Reply<CreditView> reply) => reply is Reply<CreditView>.Given { Value: var credit }
        ? $"{(credit.Minutes == 0 ? "Nothing" : Words.Length(credit.Minutes))} will be credited. That makes {Words.Length(credit.InAll)} of {Words.Length(credit.TargetMinutes)}."
        : RefusalWording.Of(((Reply<CreditView>.Refused)reply).Refusal);
}
