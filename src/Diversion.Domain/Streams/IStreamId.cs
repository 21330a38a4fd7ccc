namespace Diversion.Domain.Streams;

/// <summary>The id of one stream of a kind. It says nothing about a person, since ids are part of keys and addresses.</summary>
public interface IStreamId<TSelf> where TSelf : struct, IStreamId<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}
