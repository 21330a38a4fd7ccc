using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Keys;

/// <summary>
/// Wraps the keys of papers with the key in Key Vault that also protects the keys of cookies. Stored with each: the length
/// of the address of the key's version (2 bytes), the address, and what the vault made of the key.
/// </summary>
public sealed class VaultDataKeys(KeyVaultKey vault) : IDataKeys
{
    public byte[] Wrap(byte[] dataKey)
    {
        var (version, wrapped) = Ask(() => vault.Wrap(dataKey));
        var address = Encoding.UTF8.GetBytes(version.AbsoluteUri);
        var all = new byte[sizeof(ushort) + address.Length + wrapped.Length];
        BinaryPrimitives.WriteUInt16BigEndian(all, checked((ushort)address.Length));
        address.CopyTo(all, sizeof(ushort));
        wrapped.CopyTo(all, sizeof(ushort) + address.Length);
        return all;
    }

    public byte[] Unwrap(byte[] wrapped)
    {
        var length = wrapped.Length > sizeof(ushort) ? BinaryPrimitives.ReadUInt16BigEndian(wrapped) : 0;
        if (length == 0 || wrapped.Length <= sizeof(ushort) + length
            || !Uri.TryCreate(Encoding.UTF8.GetString(wrapped, sizeof(ushort), length), UriKind.Absolute, out var version))
        {
            throw new CryptographicException("A wrapped key does not say which version of the vault's key wrapped it.");
        }

        try
        {
            return Ask(() => vault.Unwrap(version, wrapped[(sizeof(ushort) + length)..]));
        }
        catch (InvalidOperationException other)
        {
            throw new CryptographicException(other.Message, other);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 404)
        {
            throw new CryptographicException("The vault does not open the key.", refused);
        }
    }

    private static T Ask<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (RequestFailedException fault) when (fault.Status is 0 or 401 or 403 or 408 or 429 or >= 500)
        {
            throw new StorageUnavailableException("Key Vault does not open the keys of papers now. Try again in a minute; if it lasts, check that the app's identity may wrap and unwrap with its key.", fault);
        }
    }
}
