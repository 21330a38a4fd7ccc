using Diversion.Domain.Agreements;

namespace Diversion.Casework.Answers;

/// <summary>The answer to a query, or the reason why there is none.</summary>
public abstract record Reply<T>
{
    private Reply()
    {
    }

    public sealed record Given(T Value) : Reply<T>;

    public sealed record Refused(Refusal Refusal) : Reply<T>;

    public static implicit operator Reply<T>(Refusal refusal) => new Refused(refusal);

    public static implicit operator Reply<T>(T value) => new Given(value);

    public Reply<TOther> Then<TOther>(Func<T, Reply<TOther>> next) => this switch
    {
        Given given => next(given.Value),
        Refused refused => refused.Refusal,
        _ => throw new InvalidOperationException("A reply is given or refused."),
    };
}
