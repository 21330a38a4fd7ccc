using Diversion.Domain.Streams;

namespace Diversion.Domain.Agreements;

/// <summary>The reference of an agreement, such as <c>DV-7K3M9-2QX4P</c>. It says nothing about the person.</summary>
public readonly record struct AgreementId(string Value) : IStreamId<AgreementId>
{
    public static AgreementId Of(string value) => new(value);

    public override string ToString() => Value;
}
