using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

/// <summary>The person's agreement to a changed version of their agreement.</summary>
/// <param name="On">The day on which they agreed.</param>
/// <param name="How">Null when nobody said how.</param>
public sealed record PersonAgreed(LocalDate On, AgreedHow? How = null)
{
    /// <summary>The person's agreement as given in the command; null when they did not agree, or did not have to.</summary>
    internal static PersonAgreed? Of(DecisionContext context) => context.Command is INeedsAgreement { ParticipantAgreed: true } asked
        ? new PersonAgreed(asked.AgreedOn ?? context.Today, asked.AgreedHow)
        : null;

    internal static Refusal? Check(DecisionContext context, bool agreed, string what)
    {
        if (!agreed)
        {
            return new Refusal.RuleForbids(RefusalCode.ParticipantMustAgree, $"{what} needs the person's agreement. Record that they agreed.");
        }

        return context.Command switch
        {
            INeedsAgreement { AgreedHow: { } how } when !Enum.IsDefined(how) => new Refusal.Invalid(
                RefusalCode.ValueOutOfRange, "Say how the person agreed: by signing, in person, by telephone, by video call or in writing."),
            INeedsAgreement { AgreedOn: { } on } => ConditionGate.Happened(context, on),
            _ => null,
        };
    }
}

/// <summary>How the person's agreement was recorded.</summary>
public enum AgreedHow
{
    /// <summary>They signed the new version.</summary>
    Signed,
    InPerson,
    Telephone,
    VideoCall,

    /// <summary>By letter, email or text.</summary>
    Writing,
}

/// <summary>A command that changes what the person agreed to.</summary>
public interface INeedsAgreement
{
    bool ParticipantAgreed { get; }

    /// <summary>The day on which they agreed; the day of the command when left out.</summary>
    LocalDate? AgreedOn { get; }

    AgreedHow? AgreedHow { get; }
}
