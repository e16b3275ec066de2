package org.ardina.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ByteArrayDataType;

/** Byte strings as keys of a map, ordered as unsigned bytes, the shorter first. */
final class OrderedBytes extends BasicDataType<byte[]> {

    static final OrderedBytes INSTANCE = new OrderedBytes();

    private OrderedBytes() {}

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return ByteArrayDataType.INSTANCE.getMemory(bytes);
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        ByteArrayDataType.INSTANCE.write(buffer, bytes);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        return ByteArrayDataType.INSTANCE.read(buffer);
    }

    @Override
    public byte[][] createStorage(int size) {
        return ByteArrayDataType.INSTANCE.createStorage(size);
    }
}
